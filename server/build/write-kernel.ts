import { writeFile } from 'node:fs/promises';
import { COMPILED_KERNEL, compileKernel } from './kernel.ts';

/** Writes the kernel of the vocabulary where the sources import it, made of the AssemblyScript beside. */

await writeFile(COMPILED_KERNEL, await compileKernel());
console.log(COMPILED_KERNEL);
