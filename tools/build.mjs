// Bundles static/js/pages/*.js (one module a page, shared parts split out), the service worker and static/css/*.css into
// static/built/ with content hashes, compresses them, and writes manifest.json (names), texts.json (strings a page uses) and
// parts.json (what a page's module loads, at once and later).
import { build } from "esbuild";
import { leafletParts } from "./leaflet_parts.mjs";
import { withoutUnused } from "./unused_properties.mjs";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const built = join(root, "static", "built");
rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
process.chdir(root);

const pages = readdirSync("static/js/pages").filter((name) => name.endsWith(".js")).map((name) => `static/js/pages/${name}`);
// A participant's page shares no part with the others: each part is one request more for a device on a slow line.
const alone = ["static/js/pages/pupil.js", "static/js/pages/survey.js", "static/js/pages/survey_map.js"];
const styles = readdirSync("static/css").filter((name) => name.endsWith(".css")).map((name) => `static/css/${name}`);
// What protomaps-leaflet brings to read files; ours are read by the server.
const unused = ["pmtiles"];
// Every page of ours is light, in the theme's own typeface and without its brand colours.
const BY_BROWSER = /^@media \(prefers-color-scheme: \w+\) \{\n[^]*?^\}\n\n\}\n/gm;
const UNUSED = /color-scheme\.dark|typography\.secondary|data-color="brand/;
const lightTheme = {
  name: "light theme",
  setup: (/** @type {any} */ { onLoad }) => onLoad({ filter: /designsystemet-theme.*digdir\.css$/ }, (/** @type {any} */ { path }) => {
    const layers = readFileSync(path, "utf8").replace(BY_BROWSER, "").split(/^(?=@layer )/m);
    return { contents: layers.filter((layer) => !UNUSED.test(layer)).join(""), loader: "css" };
  }),
};
const common = {
  plugins: [leafletParts],
  alias: Object.fromEntries(unused.map((name) => [name, join(root, "tools", "unused.cjs")])),
  bundle: true, minify: true, metafile: true, write: true, outdir: built, target: ["es2022", "safari15"],
  entryNames: "[name]-[hash]", chunkNames: "part-[hash]", assetNames: "[name]-[hash]",
  loader: { ".svg": "file", ".png": "file", ".gif": "file" }, legalComments: "none", logLevel: "warning",
};

/** @type {Record<string, string>} */ const manifest = {};
/** @type {Record<string, string[]>} */ const texts = {};
/** @type {Record<string, {now: string[], later: string[], last: string[]}>} what is loaded at once, when its turn comes, and from there again */ const parts = {};

const QUOTED = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`)/.source;
const STRING = new RegExp(`\\bt\\(\\s*${QUOTED}`, "g");
const ONE_AND_MANY = new RegExp(`\\btn\\(\\s*${QUOTED},\\s*${QUOTED}`, "g");
function stringsIn(file) {
  if (!existsSync(file)) return [];
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(STRING), ...source.matchAll(ONE_AND_MANY)].map(([, ...quoted]) => quoted.map(unquoted).join(" | "));
}
function unquoted(quoted) {
  const inner = quoted.slice(1, -1).replace(/\\\n/g, "").replace(/\\(["'`\\])/g, "$1");
  return inner.replace(/\\n/g, "\n");
}

/** What `start` loads by so many imports that wait until they are needed. */
function reach(outputs, start, waits = Infinity, seen = new Map()) {
  if ((seen.get(start) ?? -1) >= waits) return seen;
  seen.set(start, waits);
  for (const { path, kind } of outputs[start].imports) {
    const left = kind === "dynamic-import" ? waits - 1 : waits;
    if (outputs[path] && left >= 0) reach(outputs, path, left, seen);
  }
  return seen;
}

for (const entryPoints of [...alone.map((page) => [page]), pages.filter((page) => !alone.includes(page))]) {
  const { metafile } = await build({ ...common, entryPoints, format: "esm", splitting: true });
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const page = basename(output.entryPoint, ".js");
    if (!output.entryPoint.startsWith("static/js/pages/")) continue;
    manifest[`pages/${page}.js`] = relative(built, path);
    const [now, later, all] = [0, 1, Infinity].map((waits) => [...reach(metafile.outputs, path, waits).keys()]);
    const inputs = new Set(all.flatMap((name) => Object.keys(metafile.outputs[name].inputs)));
    texts[page] = [...new Set([...inputs].filter((name) => name.startsWith("static/js/")).flatMap(stringsIn))].sort();
    // Comes only where a map has layers laid over it, which few have.
    const seldom = Object.keys(metafile.outputs).filter((name) => metafile.outputs[name].entryPoint === "static/js/map/overlays.js");
    const names = (/** @type {string[]} */ found, /** @type {string[]} */ known) => found.filter((name) => !known.includes(name)).map((name) => relative(built, name));
    parts[page] = { now: names(now, [path]), later: names(later, [...now, ...seldom]), last: names(all, [...later, ...seldom]) };
  }
}
if (styles.length) {
  const { metafile } = await build({ ...common, entryPoints: styles, plugins: [lightTheme, leafletParts] });
  const sheets = Object.keys(metafile.outputs).filter((path) => path.endsWith(".css"));
  withoutUnused(sheets.map((path) => readFileSync(path, "utf8"))).forEach((lean, index) => writeFileSync(sheets[index], lean));
  for (const [path, output] of Object.entries(metafile.outputs))
    if (output.entryPoint) manifest[`css/${basename(output.entryPoint)}`] = relative(built, path);
}
const worker = "static/js/service_worker.js";
if (existsSync(worker)) {
  const { metafile } = await build({ ...common, entryPoints: [worker], format: "iife", entryNames: "[name]" });
  for (const [path, output] of Object.entries(metafile.outputs)) if (output.entryPoint) manifest["service_worker.js"] = relative(built, path);
}
if (existsSync("static/icons")) {
  for (const name of readdirSync("static/icons").filter((entry) => /\.(svg|png|ico)$/.test(entry))) {
    const content = readFileSync(join("static/icons", name));
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
    const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`);
    writeFileSync(join(built, hashed), content);
    manifest[`icons/${name}`] = hashed;
  }
}
for (const name of readdirSync(built)) {
  if (!/\.(js|css|svg|json)$/.test(name)) continue;
  const content = readFileSync(join(built, name));
  writeFileSync(join(built, `${name}.gz`), gzipSync(content, { level: 9 }));
  writeFileSync(join(built, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
writeFileSync(join(built, "texts.json"), JSON.stringify(texts));
writeFileSync(join(built, "parts.json"), JSON.stringify(parts));
writeFileSync(join(built, "manifest.json"), JSON.stringify(manifest, null, 1));
