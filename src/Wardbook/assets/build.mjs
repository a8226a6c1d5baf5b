// Makes wwwroot/assets out of assets/. Run by the build (Assets.targets); by hand: npm run build.
import { mkdir, readdir, rename, rm, copyFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileAsync } from 'sass'

const source = path.dirname(fileURLToPath(import.meta.url))
const project = path.dirname(source)
const target = path.join(project, 'wwwroot', 'assets')
// Made aside and moved in file by file, so that a site being served never reads half a file.
const aside = path.join(project, 'node_modules', `.assets-${process.pid}`)

// Said in each file, because its minifying drops what its parts say.
const whose = '/*! Holds parts of other works: see /assets/licences.txt */'

// Browsers since about 2021. Older ones get the pages without scripts.
const language = 'es2021'
const browsers = ['chrome90', 'firefox88', 'safari14']

// Each component repeats the font; body and the form controls (styles/_frame.scss) say it once and the rest inherit: 8 kB less.
const saidOnce = css => css
  .replaceAll(/@media print \{\s*[^{}]+\{\s*font-family: sans-serif;\s*\}\s*\}/g, '')
  .replaceAll(/^\s*(font-family: arial, sans-serif|-webkit-font-smoothing: antialiased|-moz-osx-font-smoothing: grayscale);$/gm, '')

// Variants of components that no page uses: 18 kB. Whoever comes to need one takes it off this list.
const unused = new RegExp([
  'summary-card', 'section-break', '--inverse', 'button--start', 'button__start-icon', 'input__', 'input--(extra|width-30)',
  '__conditional', '__divider', 'inline', 'caption-(xl|l|m)', 'heading-xl', 'table__(?!caption)', 'table--', 'tag--(?!orange|grey)', '--no-underline', '--text-colour',
  '--muted', '--no-visited', 'list--spaced', 'list--number', 'back-link', 'main-wrapper--', 'pagination--block', 'link-label', '--no-border', '--no-actions',
  'grid-column-(one-quarter|three-quarters)', 'exit-this-page', 'hint--', 'govuk-clearfix', 'fieldset__legend--xl', 'label--xl'
].join('|'))
const used = css => css.replaceAll(/([^{};]+)\{([^{}]*)\}/g, (rule, selectors, body) => {
  if (selectors.includes('@') || /\([^)]*,/.test(selectors)) {
    return rule
  }

  const kept = selectors.split(',').filter(selector => !selector.includes('.govuk-') || selector.includes('.w-') || !unused.test(selector))
  return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`
})

async function stylesheet () {
  const { css } = await compileAsync(path.join(source, 'styles', 'site.scss'), {
    loadPaths: [path.join(project, 'node_modules')],
    quietDeps: true,
    charset: false
  })
  await build({
    stdin: { contents: used(saidOnce(css)), loader: 'css', resolveDir: source },
    outfile: path.join(aside, 'site.css'),
    minify: true,
    legalComments: 'none',
    banner: { css: whose },
    target: browsers
  })
}

async function scripts () {
  await build({
    entryPoints: { site: path.join(source, 'site.ts'), map: path.join(source, 'map.ts'), passkeys: path.join(source, 'passkeys.ts') },
    outdir: aside,
    bundle: true,
    format: 'esm',
    minify: true,
    legalComments: 'none',
    banner: { js: whose, css: whose },
    target: language,
    loader: { '.png': 'file' },
    assetNames: 'images/[name]',
    logLevel: 'warning'
  })
}

async function images () {
  await mkdir(path.join(aside, 'images'), { recursive: true })
  for (const name of await readdir(path.join(source, 'images'))) {
    await copyFile(path.join(source, 'images', name), path.join(aside, 'images', name))
  }

  await copyFile(path.join(source, 'licences.txt'), path.join(aside, 'licences.txt'))
}

async function files (folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter(entry => entry.isFile()).map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

try {
  await stylesheet()
  await scripts()
  await images()
  const made = await files(aside)
  for (const name of made) {
    await mkdir(path.dirname(path.join(target, name)), { recursive: true })
    await rename(path.join(aside, name), path.join(target, name))
  }

  // What an earlier build made and this one does not.
  for (const name of await files(target)) {
    if (!made.includes(name)) {
      await rm(path.join(target, name))
    }
  }
} finally {
  await rm(aside, { recursive: true, force: true })
}
