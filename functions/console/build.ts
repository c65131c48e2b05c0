import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { filesDirectory, type Manifest, manifestName } from './files.ts';

/**
 * `node functions/console/build.ts DIRECTORY` builds what the console's function serves, into a folder of its bundle's directory: scripts
 * and styles named by the hash of their content, and a manifest of them.
 */
const root = join(import.meta.dirname, '../..');
const entryPoints = {
  console: 'functions/console/browser/app.tsx',
  styles: 'functions/console/browser/styles/index.css',
  'docx-worker': 'functions/console/browser/docx/docx-worker.ts',
};

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  logLevel: 'warning',
  write: false,
} as const satisfies BuildOptions;

/** Builds the browser's scripts and styles. */
const buildBrowser = (outdir: string) =>
  build({
    ...common,
    entryPoints,
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    splitting: true,
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
  });

/** Builds the stylesheet of readers' pages, for the preview. */
const buildReaderStyles = async (outdir: string) => {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['shared/pages/stylesheet.ts'],
    format: 'esm',
    loader: { '.css': 'text' },
  });
  const code = encodeURIComponent(outputFiles[0]?.text ?? '');
  const { stylesheet } = (await import(`data:text/javascript,${code}`)) as { stylesheet: string };
  const built = await build({
    ...common,
    stdin: { contents: stylesheet, loader: 'css', sourcefile: 'reader.css' },
    outdir,
    entryNames: 'reader-[hash]',
  });
  return built.outputFiles;
};

const nameOf = (path: string) => basename(path);

/** The output of an entry point, with the outputs that it imports before it runs. */
const outputOf = ({ outputs }: Metafile, entryPoint: string) => {
  const found = Object.entries(outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (!found) throw new Error(`${entryPoint} has no output`);
  const [path] = found;
  const imported = new Set<string>();
  const follow = (output: string) => {
    for (const { path: next, kind } of outputs[output]?.imports ?? []) {
      if (kind !== 'import-statement' || imported.has(next)) continue;
      imported.add(next);
      follow(next);
    }
  };
  follow(path);
  return { name: nameOf(path), imports: [...imported].map(nameOf) };
};

const buildFiles = async (directory: string) => {
  const outdir = join(directory, filesDirectory);
  const browser = await buildBrowser(outdir);
  const readerStyles = await buildReaderStyles(outdir);
  const files = [...browser.outputFiles, ...readerStyles];
  const script = outputOf(browser.metafile, entryPoints.console);
  const manifest: Manifest = {
    script: script.name,
    preload: script.imports,
    styles: outputOf(browser.metafile, entryPoints.styles).name,
    readerStyles: nameOf(readerStyles[0]?.path ?? ''),
    docxWorker: outputOf(browser.metafile, entryPoints['docx-worker']).name,
    names: files.map(({ path }) => nameOf(path)),
  };
  await mkdir(outdir, { recursive: true });
  for (const { path, contents } of files) await writeFile(join(outdir, nameOf(path)), contents);
  await writeFile(join(outdir, manifestName), JSON.stringify(manifest));
};

const [, , directory] = process.argv;
if (directory === undefined) throw new Error('Usage: node functions/console/build.ts DIRECTORY');
await buildFiles(directory);
