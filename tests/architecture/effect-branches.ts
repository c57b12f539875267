import path from 'node:path'
import ts from 'typescript'
import { kinds } from '../../shared/programme/parts/effects/kinds'
import { luckyBag } from './lucky-bag'
import { projectRoot } from './planted-tree'

/** Files that are not there, or read otherwise than they are; paths are relative to the project. */
export type Planted = Record<string, string>

const codes: readonly string[] = [...kinds, luckyBag].map(({ kind }) => kind)
const named = new RegExp(`['"](${codes.join('|')})['"]|parts/effects['"]`)
const knowing = /(parts|\.)\/effects(\/[a-z-]+)?'/
/** Who may know a kind by its code: the kinds themselves and the registry over them. */
const home = /^shared\/programme\/parts\/effects(\.ts$|\/)/
const equals = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]
const lookUps = ['includes', 'indexOf', 'has', 'get']

/**
 * The sources with their types, some of them planted. Of the client, where most files know nothing of programmes, those alone
 * that say the name of an effect.
 */
export function typedSources(planted: Planted = {}) {
  const { fileNames, options } = configuration()
  const texts = new Map(Object.entries(planted).map(([file, text]) => [path.join(projectRoot, file), text]))
  const ours = fileNames.filter((file) => isMeant(relative(file), file))
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  const program = ts.createProgram([...new Set([...ours, ...texts.keys()])], options, host)
  const sources = program.getSourceFiles().filter(({ fileName }) => ours.includes(fileName) || texts.has(fileName))

  return {
    /** Every place outside of the kinds' own files where something is decided by the code of an effect. */
    branches(): string[] {
      const checker = program.getTypeChecker()
      return sources
        .filter(({ fileName }) => !home.test(relative(fileName)))
        .flatMap((source) => deciding(source).filter((node) => isCode(node, checker)))
        .map((node) => `${relative(node.getSourceFile().fileName)}: ${node.parent.getText().slice(0, 60)}`)
    },

    /** What the compiler says of everything that knows effects. */
    faults(): string[] {
      return sources
        .filter(({ text }) => knowing.test(text))
        .flatMap((source) => program.getSemanticDiagnostics(source))
        .map(
          ({ file, messageText }) =>
            `${relative(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
        )
    },
  }
}

function configuration(): { fileNames: string[]; options: ts.CompilerOptions } {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const read = ts.getParsedCommandLineOfConfigFile(path.join(projectRoot, 'tsconfig.json'), {}, host)
  if (!read) throw new Error('tsconfig.json cannot be read')
  return read
}

function relative(file: string): string {
  return path.relative(projectRoot, file)
}

function isMeant(file: string, absolute: string): boolean {
  if (/^(shared|cloudfunctions)\//.test(file)) return true
  return /^(client\/src|scripts)\//.test(file) && named.test(ts.sys.readFile(absolute) ?? '')
}

/** The expressions by whose value something is decided: compared, switched over, looked up. */
function deciding(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && equals.includes(node.operatorToken.kind)) found.push(node.left, node.right)
    else if (ts.isSwitchStatement(node)) found.push(node.expression)
    else if (ts.isElementAccessExpression(node)) found.push(node.argumentExpression)
    else if (ts.isCallExpression(node) && isLookUp(node.expression)) found.push(...node.arguments)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isLookUp(called: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(called) && lookUps.includes(called.name.text)
}

/** Whether a value is the code of one effect among several, and of nothing else. */
function isCode(node: ts.Node, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
  return type.isUnion() && type.types.every((one) => one.isStringLiteral() && codes.includes(one.value))
}
