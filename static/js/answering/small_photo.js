// @ts-check

const LONGEST = 2048;
const QUALITY = 0.85;

/**
 * The photo as a small JPEG, upright and without what the camera told of place and time; as it is where this browser cannot.
 * @param {Blob} file @returns {Promise<Blob>}
 */
export async function smallPhoto(file) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise((resolve) => canvas.toBlob((made) => resolve(made || file), "image/jpeg", QUALITY));
  } catch {
    return file;
  }
}
