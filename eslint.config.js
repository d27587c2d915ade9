import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Built-ins newer than Chromium 90, the oldest kernel on office desks: kept out of what the browser runs. */
const tooNew = [
  ['at', '用 list[list.length - 1]'], ['findLast', ''], ['findLastIndex', ''], ['toSorted', ''], ['toReversed', ''], ['toSpliced', ''],
  ['hasOwn', ''], ['replaceAll', ''], ['groupBy', ''], ['structuredClone', ''],
]
const newMethods = tooNew.slice(0, -1).map(([name]) => ({
  selector: `CallExpression[callee.property.name='${name}']`,
  message: `.${name}() is newer than Chromium 90.`,
}))

const clock = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Only the clock asks the time.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Only the clock asks the time.' },
]

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'var/', 'tests/artefacts/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-restricted-syntax': ['error', ...clock],
      'no-console': 'error',
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300 }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  // What the browser runs; node runs shared too, and is newer.
  { files: ['client/**/*.{ts,vue}', 'shared/{measures,wire,time}/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...clock, ...newMethods] } },
  { files: ['server/clock.ts', 'client/clock.ts', 'tests/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['tests/**', 'server/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines': 'off', '@typescript-eslint/max-params': 'off' } },
)
