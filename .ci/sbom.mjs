// Lists every package that Wardbook is built with, as locked, in CycloneDX 1.5 (JSON): node .ci/sbom.mjs [file]
// Reads the lock files alone, so it says what a build takes, not what a machine happens to have.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = path => JSON.parse(readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, ''))
const parts = new Map()
const add = (name, version, purl, hash) => parts.set(purl, {
  type: 'library', 'bom-ref': purl, name, version, purl,
  ...(hash && { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
})

for (const project of ['src/Wardbook', 'src/Wardbook.Core']) {
  for (const framework of Object.values(read(`${project}/packages.lock.json`).dependencies)) {
    for (const [name, { type, resolved, contentHash }] of Object.entries(framework)) {
      if (type !== 'Project') add(name, resolved, `pkg:nuget/${name}@${resolved}`, contentHash)
    }
  }
}

for (const [path, { version, integrity, link }] of Object.entries(read('src/Wardbook/package-lock.json').packages)) {
  const name = path.replace(/^.*node_modules\//, '')
  if (name && !link) {
    add(name, version, `pkg:npm/${name.replace('@', '%40')}@${version}`, integrity?.startsWith('sha512-') ? integrity.slice(7) : undefined)
  }
}

const list = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: { type: 'application', name: 'wardbook' } },
  components: [...parts.values()].sort((one, other) => one.purl < other.purl ? -1 : 1),
}
const to = process.argv[2]
const text = JSON.stringify(list, null, 2) + '\n'
if (to) writeFileSync(to, text)
else process.stdout.write(text)
console.error(`${list.components.length} packages`)
