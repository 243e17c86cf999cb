import assert from 'node:assert/strict'
import { test } from 'node:test'
import { librariesIn } from './library-code.ts'

/** Beginnings and leftovers of real files, as their makers and bundlers write them. */
const CASES: readonly [code: string, expected: string][] = [
  ['/*! jQuery v3.4.1 | (c) JS Foundation and other contributors | jquery.org/license */', 'jquery 3.4.1'],
  ['/*!\n * jQuery JavaScript Library v1.8.3\n * http://jquery.com/', 'jquery 1.8.3'],
  ['var f="3.5.1",S=function(e,t){return new S.fn.init(e,t)};S.fn=S.prototype={jquery:f,constructor:S', 'jquery 3.5.1'],
  ['/*! jQuery Migrate v3.3.2 | (c) OpenJS Foundation', 'jquery-migrate 3.3.2'],
  ['/*! jQuery UI - v1.12.1 - 2016-09-14', 'jquery-ui 1.12.1'],
  ['/*!\n  * Bootstrap v4.3.1 (https://getbootstrap.com/)', 'bootstrap 4.3.1'],
  ['var t="bs.alert";key:"VERSION",get:function(){return"4.1.3"}', 'bootstrap 4.1.3'],
  ['/*\n AngularJS v1.5.8\n (c) 2010-2016 Google, Inc.', 'angularjs 1.5.8'],
  ['x={full:"1.7.2",major:1,minor:7,dot:2,codeName:"extreme-compatiplication"}', 'angularjs 1.7.2'],
  [
    '/**\n * @license\n * Lodash <https://lodash.com/>\n */var d="__lodash_hash_undefined__";An.VERSION="4.17.15"',
    'lodash 4.17.15',
  ],
  ['//     Underscore.js 1.8.3\n//     http://underscorejs.org', 'underscore 1.8.3'],
  ['//! moment.js\n//! version : 2.24.0\n//! authors', 'moment 2.24.0'],
  ['/**!\n\n @license\n handlebars v4.0.11\n', 'handlebars 4.0.11'],
  ['/*!\n\n handlebars v4.0.11\n', 'handlebars 4.0.11'],
  ['o.VERSION="4.7.6";a.COMPILER_REVISION=8', 'handlebars 4.7.6'],
  ['/*!\n * Vue.js v2.6.10\n', 'vue 2.6.10'],
  ['/** @license React v16.13.1\n * react.production.min.js', 'react 16.13.1'],
  ['/*! @license DOMPurify 2.3.4 | (c) Cure53', 'dompurify 2.3.4'],
  ['/* axios v0.21.1 | (c) 2020 by Matt Zabriskie */', 'axios 0.21.1'],
  ['/*!\n * Knockout JavaScript library v3.4.2', 'knockout 3.4.2'],
  ['version={major:1,minor:11,patch:2,flag:"",revision:1}', 'dojo 1.11.2'],
  ['tinymce;majorVersion:"4",minorVersion:"9.6",releaseDate', 'tinymce 4.9.6'],
  ['/*  Prototype JavaScript framework, version 1.6.0.3', 'prototype 1.6.0.3'],
  ['pdfjsVersion = "2.0.489"', 'pdfjs 2.0.489'],
  ['window.next={version:"13.1.6",appDir:!1}', 'nextjs 13.1.6'],
  ['REVISION="120";WebGLRenderer', 'three 0.120.0'],
  ['/*! jQuery Validation Plugin - v1.17.0 - 7/29/2017', 'jquery-validation 1.17.0'],
  // what only looks like one
  ['// needs jQuery 1.x or newer', ''],
  ['var version = "3.4.1"; function jQuery() {}', ''],
  ['VERSION="4.17.15"', ''],
  ['/*! my plugin v1.2.3 - for jQuery, Bootstrap and React */', ''],
  ['', ''],
]
for (const [code, expected] of CASES) {
  test(`${JSON.stringify(code.slice(0, 60))} is ${expected || 'nothing'}`, () => {
    const found = librariesIn(code, 'https://site.test/x.js').map(
      ({ software, version }) => `${software.key} ${version!.version}`,
    )
    assert.equal(found.join(' '), expected)
  })
}

test('a bundle is several libraries', () => {
  const bundle = '/*! jQuery v3.4.1 | (c) */;/*! jQuery UI - v1.12.1 - x */;//! moment.js\n//! version : 2.24.0\n'
  assert.deepEqual(
    librariesIn(bundle, 'https://site.test/all.js')
      .map(({ software }) => software.key)
      .sort(),
    ['jquery', 'jquery-ui', 'moment'],
  )
})
