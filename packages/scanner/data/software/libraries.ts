import type { Technology } from './technology.ts'

/** A release, with what libraries append to it: `-rc.1`, `b1`, `.beta.3`. */
const V = String.raw`(\d+\.\d+(?:\.\d+)*(?:[-.]?(?:alpha|beta|rc|canary|b)[-.]?\d*(?:\.\d+)*)?)`
const LIBRARY = 'javascript-library'

/** A pattern in which `V` stands for the version. */
function code(has: string, pattern: string): { has: string; pattern: RegExp } {
  return { has, pattern: new RegExp(pattern.replace(/\bV\b/, V)) }
}
function library(
  key: string,
  name: string,
  npm: string,
  site: string,
  more: Partial<Technology> & { banner?: string | readonly string[] } = {},
): Technology {
  const { banner = [], ...rest } = more
  const banners = [banner].flat().map((text) => code(text.slice(0, /[^\w .-]|\bV\b|$/.exec(text)!.index).trim(), text))
  return {
    key,
    name,
    category: LIBRARY,
    site,
    packages: [{ ecosystem: 'npm', name: npm }],
    ...rest,
    code: [...banners, ...(rest.code ?? [])],
  }
}

/** Libraries that run in browsers, by the banner of their files, or by what even a bundler leaves of them. */
export const LIBRARIES: readonly Technology[] = [
  library('jquery', 'jQuery', 'jquery', 'https://jquery.com/', {
    endoflife: 'jquery',
    code: [
      code('jQuery', String.raw`\* ?jQuery(?: JavaScript Library)? v?@?V(?! ?ui)`),
      code('jQuery', String.raw`/\*! jQuery v?V \|`),
      code('jquery', String.raw`\bjquery:\s*["']V["'],\s*constructor:`),
      code(
        '.fn.init(',
        String.raw`=\s*["']V["'],\s*(?:\/\/[^\n]*\s*)*([\w$]+)\s*=\s*function\s*\(\s*\w+,\s*\w+\s*\)\s*\{\s*(?:\/\/[^\n]*\s*)*return\s+new\s+\2\.fn\.init\(`,
      ),
    ],
    scripts: [
      /\/jquery[.-]v?(\d+\.\d+(?:\.\d+)?(?:-?(?:rc|beta|alpha)\.?\d*)?)(?:[.-](?:slim|min|pack|prod))*\.js/i,
      /\/jquery(?:[.-](?:slim|min))*\.js\?(?:ver?|version)=(\d+\.\d+(?:\.\d+)?)/i,
    ],
  }),
  library('jquery-migrate', 'jQuery Migrate', 'jquery-migrate', 'https://github.com/jquery/jquery-migrate', {
    code: [
      code('jQuery Migrate', String.raw`jQuery Migrate (?:- )?v?V`),
      code('migrateVersion', String.raw`migrateVersion\s*=\s*["']V["']`),
    ],
    scripts: [/\/jquery-migrate-(\d+\.\d+\.\d+)(?:\.min)?\.js/, /\/jquery-migrate(?:\.min)?\.js\?ver=(\d+\.\d+\.\d+)/],
  }),
  library('jquery-ui', 'jQuery UI', 'jquery-ui', 'https://jqueryui.com/', {
    endoflife: 'jquery-ui',
    code: [
      code('jQuery UI', String.raw`jQuery UI(?: \w+)? (?:- )?[v@]*V`),
      code('.ui', String.raw`\.ui\s*=\s*\w+\.ui\s*\|\|\s*\{\}[^;]{0,40};?[^;]{0,60}\.ui\.version\s*=\s*["']V["']`),
      code('ui.version', String.raw`\bui\.version\s*=\s*["']V["']`),
    ],
    scripts: [
      /\/jquery-ui[.-](\d+\.\d+\.\d+)(?:\.custom)?(?:\.min)?\.js/,
      /\/jquery\/ui\/core(?:\.min)?\.js\?ver=(\d+\.\d+\.\d+)/,
      /\/jqueryui\/(\d+\.\d+\.\d+)\//,
    ],
    cdn: ['jqueryui'],
  }),
  library('jquery-mobile', 'jQuery Mobile', 'jquery-mobile', 'https://jquerymobile.com/', {
    banner: String.raw`jQuery Mobile (?:Framework )?(?:: )?v?V`,
    scripts: [/\/jquery\.mobile-(\d+\.\d+\.\d+)(?:\.min)?\.js/],
  }),
  library('jquery-validation', 'jQuery Validation', 'jquery-validation', 'https://jqueryvalidation.org/', {
    banner: String.raw`jQuery Validation Plugin (?:- )?v?V`,
    cdn: ['jquery-validate'],
  }),
  library('jquery-form', 'jQuery Form', 'jquery-form', 'https://github.com/jquery-form/form', {
    banner: String.raw`jQuery Form Plugin\s*(?:\*\s*)?version: V`,
    cdn: ['jquery.form'],
  }),
  library(
    'jquery-file-upload',
    'jQuery File Upload',
    'blueimp-file-upload',
    'https://github.com/blueimp/jQuery-File-Upload',
    {
      banner: String.raw`jQuery File Upload Plugin V`,
      cdn: ['blueimp-file-upload'],
    },
  ),
  library('prettyphoto', 'prettyPhoto', 'prettyphoto', 'https://github.com/scaron/prettyphoto', {
    code: [
      code('prettyPhoto', String.raw`Use for: Lightbox clone for jQuery[\s\S]{0,200}?Version: V`),
      code('prettyPhoto', String.raw`prettyPhoto\s*=\s*\{\s*version:\s*["']V["']`),
    ],
    cdn: ['prettyPhoto', 'jquery.prettyphoto'],
  }),
  library('jplayer', 'jPlayer', 'jplayer', 'https://jplayer.org/', {
    code: [
      code('jPlayer', String.raw`jPlayer (?:V )?(?:for jQuery )?[^\n]{0,40}\s*\*[\s\S]{0,300}?Version: V`),
      code('jPlayer', String.raw`version:\s*\{\s*script:\s*["']V["']`),
    ],
  }),
  library('bootstrap', 'Bootstrap', 'bootstrap', 'https://getbootstrap.com/', {
    endoflife: 'bootstrap',
    code: [
      code('Bootstrap', String.raw`\* Bootstrap (?:JS )?v?V \(https?:\/\/getbootstrap`),
      code('ootstrap', String.raw`\* Bootstrap(?:\.js)?(?::[ \w-]+\.js)? (?:v|by )V(?: |\s)`),
      code('bootstrap', String.raw`bootstrap(?:-\w+)?\.js v?V`),
      code(
        'bs.',
        String.raw`(?:\.VERSION\s*=\s*|\bVERSION["'],\s*get:\s*function\s*\(\)\s*\{\s*return\s*|\bVERSION\(\)\s*\{\s*return\s*)["']([2-5]\.\d+\.\d+(?:-\w+\.?\d*)?)["']`,
      ),
    ],
    cdn: ['twitter-bootstrap', 'bootstrap'],
    scripts: [/\/bootstrap[.-](\d+\.\d+\.\d+)(?:[.-](?:bundle|min))*\.js/, /\/bootstrap\/(\d+\.\d+\.\d+)\/js\//],
    assets: [/\/bootstrap\/(\d+\.\d+\.\d+)\/css\/bootstrap(?:\.min)?\.css/, /\/bootstrap@(\d+\.\d+\.\d+)\/dist\/css\//],
  }),
  library(
    'bootstrap-select',
    'bootstrap-select',
    'bootstrap-select',
    'https://developer.snapappointments.com/bootstrap-select/',
    {
      banner: String.raw`Bootstrap-select v?V`,
    },
  ),
  library('bootstrap-table', 'Bootstrap Table', 'bootstrap-table', 'https://bootstrap-table.com/', {
    banner: String.raw`bootstrap-table[^\n]{0,80}v?V`,
  }),
  library('popper', 'Popper', '@popperjs/core', 'https://popper.js.org/', {
    code: [
      code('@popperjs/core', String.raw`@popperjs\/core v?V`),
      code('Kickass library', String.raw`Kickass library to create and place poppers[^\n]*\n \* @version V`),
    ],
    cdn: ['popper.js'],
  }),
  library('angularjs', 'AngularJS', 'angular', 'https://angularjs.org/', {
    endoflife: 'angularjs',
    category: 'javascript-framework',
    code: [
      code('AngularJS', String.raw`AngularJS v?V`),
      code('codeName', String.raw`\bfull:\s*["']V["'],\s*major:\s*["']?\d`),
    ],
    html: [/<(?:html|body|div)[^>]{1,300}\sng-app\b/],
    cdn: ['angular.js', 'angularjs'],
    scripts: [/code\.angularjs\.org\/(\d+\.\d+\.\d+)\//],
  }),
  library('angular', 'Angular', '@angular/core', 'https://angular.dev/', {
    endoflife: 'angular',
    category: 'javascript-framework',
    code: [
      code('ng-version', String.raw`["']ng-version["'],\s*["']V["']`),
      code('@license Angular', String.raw`@license Angular v?V`),
      code('Version(', String.raw`new\s+[\w$.]*Version\(["']V["']\)`),
    ],
    html: [/\sng-version="(\d+\.\d+\.\d+[\w.-]*)"/],
  }),
  library('vue', 'Vue', 'vue', 'https://vuejs.org/', {
    endoflife: 'vue',
    category: 'javascript-framework',
    code: [
      code('Vue.js v', String.raw`Vue\.js v?V`),
      code('* vue v', String.raw`\* vue v?V`),
      code('* @vue/', String.raw`\* @vue\/(?:runtime-dom|compat) v?V`),
      code('.version', String.raw`\bVue\.version\s*=\s*["']V["']`),
      code(
        '_isVue',
        String.raw`\.version\s*=\s*["'](2\.\d+\.\d+[\w.-]*)["'][\s\S]{0,3000}?(?:_isVue|\b_Ctor\b|mustUseProp|acceptValue)`,
      ),
      code('__vue_app__', String.raw`\bversion\s*[=:]\s*["'](3\.\d+\.\d+[\w.-]*)["']`),
      code('__vue_app__', String.raw`\b[\w$]+\s*=\s*["'](3\.\d+\.\d+(?:-\w+\.\d+)?)["']`),
    ],
    html: [/\sdata-v-app\b/],
  }),
  library('react', 'React', 'react', 'https://react.dev/', {
    endoflife: 'react',
    category: 'javascript-framework',
    code: [
      code('React v', String.raw`(?:@license )?\bReact(?:\.js)? v?V(?![\w-])`),
      code(
        '__SECRET_INTERNALS_DO_NOT_USE',
        String.raw`\b[\w$]+\.version\s*=\s*["']((?:0\.1[3-9]|1[5-8])\.\d+(?:\.\d+)?)(?:-next-[\w.-]+)?["']`,
      ),
      code('__CLIENT_INTERNALS_DO_NOT_USE', String.raw`\b[\w$]+\.version\s*=\s*["'](19\.\d+\.\d+(?:-[\w.-]+)?)["']`),
      code(
        'react-dom',
        String.raw`version:\s*["'](1[6-9]\.\d+\.\d+)(?:-[\w.-]+)?["'],\s*rendererPackageName:\s*["']react-dom`,
      ),
      code('reconcilerVersion', String.raw`reconcilerVersion:\s*["'](\d+\.\d+\.\d+)(?:-[\w.-]+)?["']`),
    ],
    html: [/\sdata-reactroot\b/],
  }),
  library('react-dom', 'React DOM', 'react-dom', 'https://react.dev/', {
    category: 'javascript-framework',
    implies: ['react'],
    code: [
      code('ReactDOM v', String.raw`ReactDOM v?V`),
      code(
        'rendererPackageName',
        String.raw`version:\s*["'](1[6-9]\.\d+\.\d+)(?:-[\w.-]+)?["'],\s*rendererPackageName:\s*["']react-dom`,
      ),
      code('react-dom', String.raw`@license React v?V[\s*]*react-dom`),
    ],
  }),
  library('preact', 'Preact', 'preact', 'https://preactjs.com/', { category: 'javascript-framework' }),
  library('svelte', 'Svelte', 'svelte', 'https://svelte.dev/', {
    category: 'javascript-framework',
    code: [
      code('SvelteRegisterBlock', String.raw`\{\s*version:\s*["']V["']\s*\}`),
      code('__svelte', String.raw`PUBLIC_VERSION\s*=\s*["']V["']`),
      code('generated by Svelte', String.raw`generated by Svelte v?V`),
    ],
    html: [/\sclass="[^"]{0,200}\bsvelte-[0-9a-z]{5,7}\b/],
  }),
  library('ember', 'Ember.js', 'ember-source', 'https://emberjs.com/', {
    endoflife: 'emberjs',
    category: 'javascript-framework',
    code: [
      code('@version', String.raw`Project:\s+Ember[\s\S]{0,600}?@version\s+V`),
      code('Ember.VERSION', String.raw`Ember\.VERSION\s*=\s*["']V["']`),
      code('ember/version', String.raw`["']ember\/version["'][\s\S]{0,200}?["']V["']`),
      code('// Version:', String.raw`\/\/ Version: v?V[\s\S]{0,400}Ember`),
    ],
    cdn: ['ember.js'],
  }),
  library('backbone', 'Backbone.js', 'backbone', 'https://backbonejs.org/', {
    banner: String.raw`Backbone\.js V`,
    code: [
      code('Backbone', String.raw`Backbone\.VERSION\s*=\s*["']V["']`),
      code('_listenId', String.raw`\.VERSION\s*=\s*["'](1\.\d+\.\d+)["']`),
    ],
    cdn: ['backbone.js'],
  }),
  library('knockout', 'Knockout', 'knockout', 'https://knockoutjs.com/', {
    code: [
      code('nockout', String.raw`Knockout JavaScript library v?V`),
      code('applyBindings', String.raw`\.version\s*=\s*["']V["'];`),
    ],
    scripts: [/\/knockout-(\d+\.\d+\.\d+)(?:\.debug)?(?:\.min)?\.js/],
  }),
  library('lodash', 'lodash', 'lodash', 'https://lodash.com/', {
    code: [
      code('@license', String.raw`@license\s*\*\s*(?:lodash|Lo-Dash) v?V`),
      code('__lodash_', String.raw`\b[\w$]+\.VERSION\s*=\s*["']V["']`),
      code('__lodash_', String.raw`\bVERSION\s*=\s*["']V["']`),
      code('__lodash_', String.raw`["'](4\.1[0-9]\.\d+)["'],\s*[\w$]+\s*=\s*200\b`),
      code('Lo-Dash', String.raw`Lo-Dash V \(`),
    ],
    cdn: ['lodash.js'],
  }),
  library('underscore', 'Underscore.js', 'underscore', 'https://underscorejs.org/', {
    code: [
      code('Underscore.js', String.raw`(?:\/\/|\*)\s+Underscore\.js V`),
      code('chain', String.raw`\b_\.VERSION\s*=\s*["']V["']`),
      code(
        'debounce',
        String.raw`\bVERSION\s*=\s*["'](1\.1\d\.\d+)["'][\s\S]{0,200}?["']object["']\s*==?=?\s*typeof self`,
      ),
    ],
    cdn: ['underscore.js'],
  }),
  library('moment', 'Moment.js', 'moment', 'https://momentjs.com/', {
    code: [
      code('moment.js', String.raw`\/\/! moment\.js\s*\/\/! version : V`),
      code('moment.js', String.raw`\/\/ moment\.js\s*\/\/ version : V`),
      code('_isAMomentObject', String.raw`\b[\w$]+\.version\s*=\s*["'](2\.\d+\.\d+)["']`),
      code('moment', String.raw`\bmoment\.version\s*=\s*["']V["']`),
    ],
    cdn: ['moment.js'],
  }),
  library('handlebars', 'Handlebars', 'handlebars', 'https://handlebarsjs.com/', {
    code: [
      code('andlebars', String.raw`(?:\*|!|@license)\s{1,4}handlebars v?V`),
      code('Handlebars', String.raw`Handlebars\.VERSION\s*=\s*["']V["']`),
      code('COMPILER_REVISION', String.raw`\bVERSION\s*=\s*["']V["']`),
      code(
        'COMPILER_REVISION',
        String.raw`["'](\d\.\d+\.\d+)["'][;,]\s*(?:[\w$]+\.VERSION\s*=\s*[\w$]+;\s*)?(?:var\s+)?[\w$]*(?:COMPILER_REVISION)?\s*=?\s*[678]\b`,
      ),
    ],
    cdn: ['handlebars.js'],
  }),
  library('mustache', 'mustache.js', 'mustache', 'https://github.com/janl/mustache.js', {
    code: [
      code('mustache.js', String.raw`\bname:\s*["']mustache\.js["'],\s*version:\s*["']V["']`),
      code('mustache', String.raw`\bmustache\.version\s*=\s*["']V["']`),
      code('mustache.js', String.raw`\.name\s*=\s*["']mustache\.js["'][,;]\s*[\w$]+\.version\s*=\s*["']V["']`),
    ],
    cdn: ['mustache.js'],
  }),
  library('dompurify', 'DOMPurify', 'dompurify', 'https://github.com/cure53/DOMPurify', {
    code: [
      code('DOMPurify', String.raw`DOMPurify V \|`),
      code('DOMPurify', String.raw`DOMPurify\.version\s*=\s*["']V["']`),
      code('.removed=[]', String.raw`\.version\s*=\s*["']V["'],\s*[\w$]+\.removed\s*=\s*\[\]`),
    ],
  }),
  library('axios', 'axios', 'axios', 'https://axios-http.com/', {
    code: [
      code('xios', String.raw`\*!? ?[aA]xios v?V`),
      code('isAxiosError', String.raw`\bVERSION\s*=\s*["']V["']`),
      code('isAxiosError', String.raw`exports\s*=\s*\{\s*version:\s*["']V["']\s*\}`),
      code(
        'isAxiosError',
        String.raw`["']((?:0|1)\.\d+\.\d+)["'][,;]\s*(?:function|[\w$]+\s*=)[\s\S]{0,400}?Transitional option`,
      ),
    ],
  }),
  library('dojo', 'Dojo', 'dojo', 'https://dojotoolkit.org/', {
    category: 'javascript-framework',
    code: [code('flag:', String.raw`\bmajor:\s*(\d+),\s*minor:\s*(\d+),\s*patch:\s*(\d+),\s*flag:`)],
    scripts: [/\/dojo\/(\d+\.\d+\.\d+)\/dojo\//, /\/dojo-(\d+\.\d+\.\d+)\//],
  }),
  library('ckeditor4', 'CKEditor 4', 'ckeditor4', 'https://ckeditor.com/ckeditor-4/', {
    endoflife: 'ckeditor',
    code: [
      code(
        'CKEDITOR',
        String.raw`timestamp:\s*["'][^"']{0,24}["'],\s*version:\s*["'](4\.\d+(?:\.\d+)?)(?: [^"']{0,40})?["']`,
      ),
      code('CKEDITOR', String.raw`\bversion:\s*["'](4\.\d+(?:\.\d+)?)(?: [^"']{0,40})?["'],\s*revision:`),
    ],
    scripts: [/cdn\.ckeditor\.com\/(4\.\d+\.\d+)\//],
    cdn: ['ckeditor'],
  }),
  library('ckeditor5', 'CKEditor 5', 'ckeditor5', 'https://ckeditor.com/ckeditor-5/', {
    code: [code('CKEDITOR_VERSION', String.raw`CKEDITOR_VERSION\s*=\s*["']V["']`)],
    scripts: [/cdn\.ckeditor\.com\/ckeditor5\/(\d+\.\d+\.\d+)\//],
  }),
  library('tinymce', 'TinyMCE', 'tinymce', 'https://www.tiny.cloud/', {
    endoflife: 'tinymce',
    code: [
      code('TinyMCE version', String.raw`TinyMCE version V`),
      code(
        'majorVersion',
        String.raw`majorVersion\s*[:=]\s*["'](\d+)["'],\s*minorVersion\s*[:=]\s*["'](\d+(?:\.\d+)?)["']`,
      ),
      code('tinymce', String.raw`^\/\/ (\d\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)`),
    ],
    scripts: [/\/tinymce\/(\d+\.\d+\.\d+)\//],
  }),
  library('froala', 'Froala Editor', 'froala-editor', 'https://froala.com/wysiwyg-editor/', {
    code: [code('froala_editor', String.raw`froala_editor v?V`)],
  }),
  library('quill', 'Quill', 'quill', 'https://quilljs.com/', {
    banner: String.raw`Quill Editor v?V`,
    code: [code('Quill', String.raw`Quill\.version\s*=\s*["']V["']`)],
  }),
  library('summernote', 'Summernote', 'summernote', 'https://summernote.org/', {
    code: [code('ummernote', String.raw`[Ss]ummernote v?V`)],
  }),
  library('trix', 'Trix', 'trix', 'https://trix-editor.org/', { code: [code('Trix ', String.raw`Trix V`)] }),
  library('prototype', 'Prototype', 'prototype', 'http://prototypejs.org/', {
    packages: [{ ecosystem: 'npm', name: 'prototypejs' }],
    code: [
      code('Prototype', String.raw`Prototype JavaScript framework, version V`),
      code('Prototype', String.raw`\bPrototype\s*=\s*\{\s*Version:\s*["']V["']`),
    ],
  }),
  library('scriptaculous', 'script.aculo.us', 'scriptaculous', 'https://script.aculo.us/', {
    banner: String.raw`script\.aculo\.us (?:\w+\.js )?v?V`,
  }),
  library('mootools', 'MooTools', 'mootools', 'https://mootools.net/', {
    code: [code('MooTools', String.raw`MooTools\s*=\s*\{\s*['"]?version['"]?:\s*["']V["']`)],
  }),
  library('yui', 'YUI', 'yui', 'https://clarle.github.io/yui3/', {
    code: [
      code('YUI', String.raw`\bYUI V \(build`),
      code('YUI', String.raw`\bYAHOO\.register\(["'](?:yahoo|yuiloader)["'],\s*\w+,\s*\{version:\s*["']V["']`),
    ],
    scripts: [/\/yui\/(\d+\.\d+\.\d+)\//],
  }),
  library('extjs', 'Ext JS', 'extjs', 'https://www.sencha.com/products/extjs/', {
    category: 'javascript-framework',
    code: [
      code('Ext JS', String.raw`Ext JS(?: Library)? V`),
      code('Ext.versions', String.raw`Ext\.setVersion\(["']ext["'],\s*["']V["']`),
    ],
  }),
  library('highcharts', 'Highcharts', 'highcharts', 'https://www.highcharts.com/', {
    code: [
      code('Highcharts', String.raw`Highcharts (?:JS )?v?V(?: JS v[^\n(]{0,20})? ?\(`),
      code('Highcharts', String.raw`product:\s*["']Highcharts["'],\s*version:\s*["']V["']`),
    ],
  }),
  library('chartjs', 'Chart.js', 'chart.js', 'https://www.chartjs.org/', {
    code: [
      code('Chart.js', String.raw`Chart\.js v?V`),
      code('Chart.js', String.raw`Chart\.js\s*\*[^\n]*\s*\*?\s*Version: V`),
    ],
    cdn: ['Chart.js'],
  }),
  library('echarts', 'Apache ECharts', 'echarts', 'https://echarts.apache.org/', {
    code: [code('zrender', String.raw`\bversion\s*=\s*["'](5\.\d+\.\d+)["'][\s\S]{0,300}?zrender:`)],
  }),
  library('apexcharts', 'ApexCharts', 'apexcharts', 'https://apexcharts.com/', { banner: String.raw`ApexCharts v?V` }),
  library('d3', 'D3', 'd3', 'https://d3js.org/', {
    code: [
      code('d3js.org', String.raw`https:\/\/d3js\.org\/? v?V`),
      code('d3={', String.raw`\bd3=\{version:["']V["']`),
      code('d3 = {', String.raw`\bd3 = \{\s*version:\s*["']V["']`),
    ],
  }),
  library('plupload', 'Plupload', 'plupload', 'https://www.plupload.com/', {
    code: [
      code('lupload', String.raw`Plupload - multi-runtime File Uploader\s*\*\s*v?V`),
      code('plupload', String.raw`\bplupload\s*=\s*\{[\s\S]{0,400}?VERSION:\s*["']V["']`),
      code('lupload', String.raw`@@version@@|VERSION:\s*["']V["'],\s*(?:\/\*\*[\s\S]{0,400}?\*\/\s*)?STOPPED:`),
    ],
  }),
  library('pdfjs', 'PDF.js', 'pdfjs-dist', 'https://mozilla.github.io/pdf.js/', {
    code: [
      code('pdfjsVersion', String.raw`pdfjsVersion\s*=\s*["']?V["']?;?`),
      code('apiVersion', String.raw`\bapiVersion:\s*["']V["']`),
      code('PDFJS', String.raw`PDFJS\.version\s*=\s*["']V["']`),
      code('docId', String.raw`["']GetDocRequest["'],\s*\{[\s\S]{0,80}?apiVersion:\s*["']V["']`),
    ],
    cdn: ['pdf.js'],
  }),
  library('datatables', 'DataTables', 'datatables.net', 'https://datatables.net/', {
    code: [
      code('DataTables', String.raw`DataTables V\s*(?:\*|©|\n)`),
      code('DataTable', String.raw`\bDataTable\.version\s*=\s*["']V["']`),
      code('sVersion', String.raw`\bsVersion["']?\s*[:=]\s*["']V["']`),
    ],
    cdn: ['datatables'],
    scripts: [/cdn\.datatables\.net\/(\d+\.\d+\.\d+)\//],
  }),
  library('select2', 'Select2', 'select2', 'https://select2.org/', {
    code: [code('Select2', String.raw`Select2 v?V`)],
  }),
  library('swiper', 'Swiper', 'swiper', 'https://swiperjs.com/', {
    code: [code('Swiper', String.raw`\* Swiper V`)],
    cdn: ['Swiper'],
  }),
  library('slick', 'slick', 'slick-carousel', 'https://kenwheeler.github.io/slick/', {
    code: [code('kenwheeler.github', String.raw`Version: V\s*Author: Ken Wheeler`)],
  }),
  library('owl-carousel', 'Owl Carousel', 'owl.carousel', 'https://owlcarousel2.github.io/OwlCarousel2/', {
    banner: String.raw`Owl Carousel v?V`,
    cdn: ['OwlCarousel2'],
  }),
  library('fancybox', 'fancyBox', '@fancyapps/fancybox', 'https://fancyapps.com/', {
    banner: String.raw`fancyBox v?V`,
    code: [code('fancybox', String.raw`fancybox\.version\s*=\s*["']V["']`)],
    cdn: ['fancybox'],
  }),
  library('magnific-popup', 'Magnific Popup', 'magnific-popup', 'https://dimsemenov.com/plugins/magnific-popup/', {
    banner: String.raw`Magnific Popup - v?V`,
    cdn: ['magnific-popup.js'],
  }),
  library('lightbox2', 'Lightbox', 'lightbox2', 'https://lokeshdhakar.com/projects/lightbox2/', {
    code: [code('Lightbox v', String.raw`Lightbox v?V`)],
  }),
  library('video-js', 'Video.js', 'video.js', 'https://videojs.com/', {
    code: [code('Video.js', String.raw`Video\.js V`), code('videojs', String.raw`videojs\.VERSION\s*=\s*["']V["']`)],
  }),
  library('three', 'three.js', 'three', 'https://threejs.org/', {
    code: [
      code('WebGLRenderer', String.raw`\bREVISION\s*=\s*["'](\d{2,3})(?:dev)?["']`),
      code('__THREE__', String.raw`revision:\s*["'](\d{2,3})["']`),
    ],
    cdn: ['three.js'],
  }),
  library('highlightjs', 'highlight.js', 'highlight.js', 'https://highlightjs.org/', {
    code: [
      code('ighlight.js', String.raw`[hH]ighlight\.js v?V`),
      code('versionString', String.raw`\bversionString\s*[:=]\s*["']V["']`),
    ],
    cdn: ['highlight.js'],
  }),
  library('prism', 'Prism', 'prismjs', 'https://prismjs.com/', {
    code: [code('PrismJS', String.raw`PrismJS V`)],
    cdn: ['prism'],
  }),
  library('marked', 'marked', 'marked', 'https://marked.js.org/', {
    code: [code('marked', String.raw`marked v?V - a markdown parser`)],
  }),
  library('markdown-it', 'markdown-it', 'markdown-it', 'https://github.com/markdown-it/markdown-it', {
    code: [code('markdown-it', String.raw`markdown-it v?V`)],
  }),
  library('showdown', 'Showdown', 'showdown', 'https://showdownjs.com/', {
    code: [code('showdown v', String.raw`showdown v V`)],
  }),
  library('jszip', 'JSZip', 'jszip', 'https://stuk.github.io/jszip/', {
    code: [code('JSZip v', String.raw`JSZip v?V`), code('JSZip', String.raw`JSZip\.version\s*=\s*["']V["']`)],
  }),
  library('ua-parser', 'UAParser.js', 'ua-parser-js', 'https://uaparser.dev/', {
    code: [code('UAParser', String.raw`UAParser\.js v?V`), code('LIBVERSION', String.raw`LIBVERSION\s*=\s*["']V["']`)],
    cdn: ['UAParser.js'],
  }),
  library('mathjax', 'MathJax', 'mathjax', 'https://www.mathjax.org/', {
    code: [code('MathJax', String.raw`MathJax\.version\s*=\s*["']V["']`)],
  }),
  library('easyxdm', 'easyXDM', 'easyxdm', 'https://github.com/oyvindkinsey/easyXDM', {
    code: [code('easyXDM', String.raw`\beasyXDM\b[\s\S]{0,3000}?\bversion:\s*["']V["']`)],
  }),
  library('jstree', 'jsTree', 'jstree', 'https://www.jstree.com/', { banner: String.raw`jsTree - v?V` }),
  library('requirejs', 'RequireJS', 'requirejs', 'https://requirejs.org/', {
    code: [code('RequireJS', String.raw`RequireJS V`), code('requirejs', String.raw`@license r\.js V`)],
    cdn: ['require.js'],
  }),
  library('modernizr', 'Modernizr', 'modernizr', 'https://modernizr.com/', {
    code: [
      code('odernizr', String.raw`[mM]odernizr (?:- )?v?V(?![\w.])`),
      code('Modernizr', String.raw`_version:\s*["']V["']`),
    ],
  }),
  library('corejs', 'core-js', 'core-js', 'https://core-js.io/', {
    code: [
      code('Denis Pushkarev', String.raw`\bversion:\s*["']V["'],\s*mode:`),
      code('__core-js_shared__', String.raw`\bversion:\s*["'](\d\.\d+\.\d+)["']`),
    ],
  }),
  library('socketio', 'Socket.IO', 'socket.io-client', 'https://socket.io/', {
    code: [code('Socket.IO v', String.raw`Socket\.IO v?V`)],
    cdn: ['socket.io'],
    scripts: [/\/socket\.io\/socket\.io(?:\.min)?\.js/],
  }),
  library('htmx', 'htmx', 'htmx.org', 'https://htmx.org/', {
    code: [code('htmx', String.raw`\bversion:\s*["']((?:1|2)\.\d+\.\d+)["']`)],
    cdn: ['htmx'],
  }),
  library('alpine', 'Alpine.js', 'alpinejs', 'https://alpinejs.dev/', {
    code: [code('Alpine', String.raw`\bversion:\s*["'](3\.\d+\.\d+)["'],\s*flushAndStopDeferringMutations`)],
    html: [/\sx-data(?:=|\s|>)/],
  }),
  library('turbo', 'Turbo', '@hotwired/turbo', 'https://turbo.hotwired.dev/', {
    code: [code('Turbo ', String.raw`Turbo V`)],
  }),
  library('stimulus', 'Stimulus', '@hotwired/stimulus', 'https://stimulus.hotwired.dev/', {
    code: [code('Stimulus ', String.raw`Stimulus V`)],
  }),
  library('lit', 'Lit', 'lit', 'https://lit.dev/', {
    category: 'javascript-framework',
    code: [code('litElementVersions', String.raw`litElementVersions(?:\s*\?\?=\s*\[\]|=\[\])?\)?\.push\(["']V["']`)],
  }),
  library('leaflet', 'Leaflet', 'leaflet', 'https://leafletjs.com/', {
    code: [code('Leaflet', String.raw`Leaflet V`)],
  }),
  library('openlayers', 'OpenLayers', 'ol', 'https://openlayers.org/', {
    code: [code('OpenLayers', String.raw`OpenLayers[ .]v?V`)],
    cdn: ['openlayers'],
  }),
  library('gsap', 'GSAP', 'gsap', 'https://gsap.com/', { code: [code('GSAP', String.raw`GSAP V`)] }),
  library('hammer', 'Hammer.js', 'hammerjs', 'https://hammerjs.github.io/', {
    code: [code('Hammer.JS', String.raw`Hammer\.JS - v?V`)],
    cdn: ['hammer.js'],
  }),
  library('zepto', 'Zepto', 'zepto', 'https://zeptojs.com/', { code: [code('Zepto', String.raw`Zepto v?V`)] }),
  library('swfobject', 'SWFObject', 'swfobject', 'https://github.com/swfobject/swfobject', {
    code: [code('SWFObject', String.raw`SWFObject v?V`)],
  }),
  library('sweetalert2', 'SweetAlert2', 'sweetalert2', 'https://sweetalert2.github.io/', {
    code: [code('sweetalert2', String.raw`sweetalert2 v?V`)],
  }),
  library('toastr', 'toastr', 'toastr', 'https://github.com/CodeSeven/toastr', {
    code: [code('toastr', String.raw`\bversion:\s*["'](2\.\d+\.\d+)["'],\s*options:`)],
    cdn: ['toastr.js'],
  }),
  library('flatpickr', 'flatpickr', 'flatpickr', 'https://flatpickr.js.org/', { banner: String.raw`flatpickr v?V` }),
  library('fullcalendar', 'FullCalendar', 'fullcalendar', 'https://fullcalendar.io/', {
    code: [code('FullCalendar', String.raw`FullCalendar(?: \w+)? v?V`)],
  }),
  library('clipboard', 'clipboard.js', 'clipboard', 'https://clipboardjs.com/', {
    code: [code('clipboard.js', String.raw`clipboard\.js v?V`)],
    cdn: ['clipboard.js'],
  }),
  library('dropzone', 'Dropzone', 'dropzone', 'https://www.dropzone.dev/', {
    code: [code('Dropzone', String.raw`Dropzone\.version\s*=\s*["']V["']`)],
  }),
  library('protobufjs', 'protobuf.js', 'protobufjs', 'https://github.com/protobufjs/protobuf.js', {
    code: [code('protobuf.js', String.raw`protobuf\.js v?V`)],
  }),
  library('crypto-js', 'CryptoJS', 'crypto-js', 'https://github.com/brix/crypto-js', { cdn: ['crypto-js'] }),
  library(
    'polyfill-service',
    'Polyfill service',
    'polyfill-service',
    'https://github.com/polyfillpolyfill/polyfill-service',
    { scripts: [/\/\/(?:cdn\.)?polyfill\.io\//] },
  ),
  library('alasql', 'AlaSQL', 'alasql', 'https://alasql.org/', { code: [code('AlaSQL v', String.raw`AlaSQL v?V`)] }),
  library('dwr', 'DWR', 'dwr', 'https://directwebremoting.org/dwr/', { scripts: [/\/dwr\/(?:engine|util)\.js/] }),
  library('flowplayer', 'Flowplayer', 'flowplayer', 'https://flowplayer.com/', {
    code: [code('lowplayer', String.raw`(?:Flowplayer(?: HTML5)?|flowplayer\.js) v?V`)],
  }),
  library('c3', 'C3', 'c3', 'https://c3js.org/', {
    code: [code('C3.js', String.raw`C3\.js v?V`), code('c3_chart_internal', String.raw`\bversion:\s*["']V["']`)],
  }),
]
