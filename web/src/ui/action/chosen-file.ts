/** The file last uploaded, as long as the page lives: read again at once when its columns were explained. */
let chosen: File | null = null

export const keepFile = (file: File) => {
  chosen = file
}
export const keptFile = () => chosen
