/** Files as texts. The service reads what is in them, so here is only told apart what is a text. */

export const ENDINGS = [".txt", ".md"];
const LARGEST = 10_000_000; // bytes; a field with more cannot be worked with, and the service refuses less

/** What is wrong with a file, in a sentence. */
export class NoText extends Error {}

/** The text of the one file that was dropped or chosen. Throws NoText. */
export async function textOf(files: readonly File[]): Promise<string> {
  const [file, second] = files;
  if (!file) throw new NoText("There was no file in it.");
  if (second) throw new NoText("One article at a time is read here; gkg load takes many files.");
  const ending = /\.[^.]*$/.exec(file.name)?.[0].toLowerCase() ?? "";
  if ([".html", ".htm"].includes(ending)) {
    throw new NoText(`${file.name} is a web page: open it and copy its text here. gkg load reads web pages.`);
  }
  if (!ENDINGS.includes(ending) && !file.type.startsWith("text/plain")) {
    throw new NoText(`${file.name} is not a text: files that end in ${ENDINGS.join(" or ")} are read here.`);
  }
  if (file.size > LARGEST) throw new NoText(`${file.name} is larger than 10 MB, which no article is.`);
  return decoded(file.name, await bytesOf(file));
}

/** A file's bytes as text, with line ends as a text field has them. Throws NoText. */
export function decoded(name: string, bytes: ArrayBuffer): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NoText(`${name} is not in UTF-8; save it as UTF-8.`);
  }
  if (text.includes("\0")) throw new NoText(`${name} is binary, or text in UTF-16; save it as UTF-8.`);
  return text.replaceAll(/\r\n?/g, "\n");
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new NoText(`${file.name} cannot be read.`); // a folder, or gone meanwhile
  }
}
