import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './install-wizard.ts'

testCheck(check, {
  fires: [
    {
      name: 'an application that nobody knows, at the step that asks for the database',
      evidence: exposures({
        '/install/': {
          type: 'text/html',
          body: '<html><head><title>ShopNow - Installation</title></head><form><input type="text" name="db_host"></form></html>',
        },
      }),
      outcome: 'open',
    },
    {
      name: 'WordPress',
      evidence: exposures({
        '/wp-admin/install.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><head><title>WordPress &rsaquo; Installation</title></head><body><form id="setup" method="post" action="install.php?step=2">',
        },
      }),
      outcome: 'open',
    },
    {
      name: 'WordPress without a configuration',
      evidence: exposures({
        '/wp-admin/setup-config.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><title>WordPress &rsaquo; Setup Configuration File</title><a href="setup-config.php?step=1">',
        },
      }),
      outcome: 'open',
    },
    {
      name: 'Joomla',
      evidence: exposures({
        '/installation/index.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><title>Joomla! Web Installer</title><form id="adminForm">',
        },
      }),
      outcome: 'open',
    },
    {
      name: 'Drupal',
      evidence: exposures({
        '/core/install.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><title>Choose language | Drupal</title><form id="install-select-language-form">',
        },
      }),
      outcome: 'open',
    },
  ],
  silent: [
    {
      name: 'how to install an application',
      evidence: exposures({
        '/install/': {
          type: 'text/html',
          body: '<html><head><title>Installation</title></head><form><input name="q" type="search"></form></html>',
        },
      }),
      verdict: 'pass',
    },
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/wp-admin/install.php', '/core/install.php'], SPA),
      verdict: 'pass',
    },
    {
      name: 'WordPress, installed',
      evidence: exposures({
        '/wp-admin/install.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><title>WordPress &rsaquo; Installation</title><h1>Already Installed</h1><a href="wp-login.php">Log In</a>',
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'Drupal, installed',
      evidence: exposures({
        '/core/install.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><title>Drupal already installed | Drupal</title><p>To start over, empty the database.</p>',
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'instructions',
      evidence: exposures({
        '/installation/index.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><title>Installation of windows</title><form id="contact">',
        },
      }),
      verdict: 'pass',
    },
  ],
})
