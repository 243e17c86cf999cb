import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './source-code.ts'

const body = (text: string, type = 'text/html') => ({ page: page({ headers: { 'Content-Type': type }, body: text }) })

testCheck(check, {
  fires: [
    { name: 'PHP', evidence: body("<?php\nrequire 'config.php';\n$db = new PDO($dsn);\n?>\n<html>"), outcome: 'sent' },
    { name: 'PHP as text', evidence: body("<?php $password = 'x';", 'application/x-httpd-php'), outcome: 'sent' },
    {
      name: 'ASP.NET',
      evidence: body('<%@ Page Language="C#" AutoEventWireup="true" CodeBehind="Default.aspx.cs" %><html>'),
      outcome: 'sent',
    },
    { name: 'JSP', evidence: body('<%@ page import="java.sql.*" %><html>'), outcome: 'sent' },
  ],
  silent: [
    {
      name: 'a lesson',
      evidence: body('<!doctype html><pre><?php $a = 1; echo $a; ?></pre><p>&lt;?php'),
      verdict: 'pass',
    },
    {
      name: 'a template for the browser',
      evidence: body('<script type="text/template"><%= name %><% if (a) { %></script><p>x'),
      verdict: 'pass',
    },
    { name: 'XML', evidence: body('<?xml version="1.0"?><a/>', 'application/xml'), verdict: 'pass' },
    { name: 'an ordinary page', evidence: body('<!doctype html><p>x'), verdict: 'skip' },
  ],
})
