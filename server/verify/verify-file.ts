import { editionFile } from './verify-edition.ts'
import { packFile } from './verify-pack.ts'
import type { Verdict, VerifiedKind } from './verdict.ts'

/** Every kind of file that can be checked. */
const kinds: readonly VerifiedKind[] = [editionFile, packFile]

/** Checks a file by what it contains; what is of no known kind is not the same as anything. */
export async function verifyFile(bytes: Uint8Array): Promise<Verdict> {
  const kind = kinds.find(each => each.fits(bytes))
  if (kind === undefined) return { isSame: false, said: [`不是可以核验的文件。可以核验的有：${kinds.map(({ name }) => name).join('、')}。`] }
  return kind.verify(bytes)
}
