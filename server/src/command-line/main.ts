process.stderr.write('sentinel-citations: not built yet\n');
process.exitCode = 2;
