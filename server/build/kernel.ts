import type { Plugin } from 'esbuild';

const SOURCES = 'server/src/vocabulary/kernel';
/** Where the sources import the kernel from; `write-kernel.ts` writes it. */
export const COMPILED_KERNEL = 'server/src/vocabulary/kernel.wasm.ts';

/** What it holds of others, as paths relative to the project. */
export const KERNEL_INPUTS = ['node_modules/assemblyscript/std'];

/** The kernel, WebAssembly made of the AssemblyScript of its folder, as a module of TypeScript. */
export async function compileKernel(): Promise<string> {
  // It takes half a second to load, and bundles are made of what is compiled already.
  const { main } = await import('assemblyscript/asc');
  const written = new Map<string, string | Uint8Array>();
  const { error, stderr } = await main(
    [`${SOURCES}/index.ts`, '--outFile', 'kernel.wasm', '-O3', '--runtime', 'stub', '--noAssert'],
    { writeFile: (name, contents) => void written.set(name, contents) },
  );
  const bytes = written.get('kernel.wasm');
  if (error || !(bytes instanceof Uint8Array)) throw new Error(`The kernel does not compile: ${stderr.toString()}`);
  return `/** What server/build/write-kernel.ts makes of kernel/. */
export const KERNEL: Uint8Array = Uint8Array.from(
  atob(
    // biome-ignore format: one line
    '${Buffer.from(bytes).toString('base64')}',
  ),
  (character) => character.charCodeAt(0),
);
`;
}

/** Bundles hold the bytes of the kernel as esbuild knows to bring them back: several times as fast on Node. */
export const kernelInside: Plugin = {
  name: 'kernel-inside',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^kernel-bytes$/ }, ({ path }) => ({ path, namespace: 'kernel-bytes' }));
    onLoad({ filter: /.*/, namespace: 'kernel-bytes' }, async () => ({
      loader: 'binary',
      contents: (await import('../src/vocabulary/kernel.wasm.ts')).KERNEL,
    }));
    onLoad({ filter: /[\\/]vocabulary[\\/]kernel\.wasm\.ts$/, namespace: 'file' }, () => ({
      contents: "export { default as KERNEL } from 'kernel-bytes';",
    }));
  },
};
