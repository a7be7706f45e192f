#!/usr/bin/env node

process.stderr.write('sentinel-citations: not built yet\n');
process.exitCode = 2;
