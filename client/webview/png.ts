const SHARPNESS = 2;
/** Browsers refuse larger canvases. */
const MOST_PIXELS = 16_000;

/** The picture as it looks now, colours resolved, as PNG in base64. */
export async function pngOf(svg: SVGSVGElement): Promise<string> {
  const copy = resolved(svg);
  const { width, height } = svg.viewBox.baseVal;
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(width, height));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const blob = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no 2d context");
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png").replace(/^data:image\/png;base64,/, "");
  } finally {
    URL.revokeObjectURL(url);
  }
}

const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "paint-order",
  "display",
];

/** A picture by itself knows no variables of the editor: what they come to is written on every shape. */
function resolved(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error("a copy of another kind");
  const copies = copy.querySelectorAll("*");
  for (const [index, shape] of [...svg.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(shape);
    for (const name of PROPERTIES) copies[index]?.setAttribute(name, style.getPropertyValue(name));
  }
  return copy;
}
