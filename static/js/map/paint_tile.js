// @ts-check
// Draws one tile: each rule is one path and one stroke or fill, however many streets it holds. What a path costs the browser
// is paid at the end of the task that drew it, so a crowded tile is drawn with a breath between.

/**
 * @typedef {object} PaintRule
 * @property {string} layer
 * @property {number} [from] first zoom @property {number} [to] last zoom
 * @property {(kind: string) => boolean} [kinds] which features, by their attribute `kind`
 * @property {string} [fill] @property {string} [line]
 * @property {(zoom: number) => number} [width] pixels
 * @property {(zoom: number) => number[]} [dash] @property {CanvasLineCap} [cap]
 * @typedef {{land: string, paint: PaintRule[], labels: import("protomaps-leaflet").LabelRule[]}} Theme
 */

const SIZE = 256;
const MARGIN = 24; // the widest street reaches this far into the next tile
const AT_ONCE = 300; // points between two breaths

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("protomaps-leaflet").PreparedTile} tile @param {Theme} theme
 * @param {{x: number, y: number}} corner of the tile, in pixels of the whole map
 * @param {() => Promise<void>} breath lets others go first
 */
export async function paintTile(context, tile, theme, corner, breath) {
  context.fillStyle = theme.land;
  context.fillRect(0, 0, SIZE, SIZE);
  context.lineJoin = "round";
  let drawn = 0;
  for (const rule of theme.paint) {
    const features = tile.data.get(rule.layer);
    if (!features || tile.z < (rule.from ?? 0) || tile.z > (rule.to ?? 99)) continue;
    context.beginPath();
    for (const feature of features)
      if (isNear(feature.bbox, tile, corner) && (!rule.kinds || rule.kinds(String(feature.props.kind))))
        drawn += trace(context, feature.geom, tile, corner);
    finish(context, rule, tile.z);
    if (drawn < AT_ONCE) continue;
    drawn = 0;
    await breath();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("protomaps-leaflet").Index | undefined} index @param {{x: number, y: number}} corner
 */
export function paintLabels(context, index, corner) {
  const reach = { minX: corner.x - MARGIN, minY: corner.y - MARGIN, maxX: corner.x + SIZE + MARGIN, maxY: corner.y + SIZE + MARGIN };
  context.lineJoin = "round";
  for (const label of index?.searchBbox(reach, Infinity) ?? []) {
    context.save();
    context.translate(label.anchor.x - corner.x, label.anchor.y - corner.y);
    label.draw(context);
    context.restore();
  }
}

/** @param {CanvasRenderingContext2D} context @param {PaintRule} rule @param {number} zoom */
function finish(context, rule, zoom) {
  if (rule.fill) {
    context.fillStyle = rule.fill;
    context.fill("evenodd");
  }
  if (rule.line) {
    context.strokeStyle = rule.line;
    context.lineWidth = rule.width?.(zoom) ?? 1;
    context.lineCap = rule.cap ?? "round";
    context.setLineDash(rule.dash?.(zoom) ?? []);
    context.stroke();
  }
}

/**
 * @param {import("protomaps-leaflet").Bbox} box @param {import("protomaps-leaflet").PreparedTile} tile
 * @param {{x: number, y: number}} corner
 */
function isNear(box, { scale, origin }, corner) {
  const left = origin.x - corner.x;
  const top = origin.y - corner.y;
  return (
    box.maxX * scale + left > -MARGIN && box.minX * scale + left < SIZE + MARGIN &&
    box.maxY * scale + top > -MARGIN && box.minY * scale + top < SIZE + MARGIN
  );
}

/**
 * @param {CanvasRenderingContext2D} context @param {{x: number, y: number}[][]} geometry
 * @param {import("protomaps-leaflet").PreparedTile} tile @param {{x: number, y: number}} corner
 * @returns {number} how many points it has
 */
function trace(context, geometry, { scale, origin }, corner) {
  const left = origin.x - corner.x;
  const top = origin.y - corner.y;
  let points = 0;
  for (const line of geometry) {
    points += line.length;
    context.moveTo(line[0].x * scale + left, line[0].y * scale + top);
    for (let number = 1; number < line.length; number++)
      context.lineTo(line[number].x * scale + left, line[number].y * scale + top);
  }
  return points;
}
