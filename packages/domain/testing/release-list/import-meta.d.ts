/** What the test runner's bundler offers beside an import: the text of files, letter for letter, without a file system. */
interface ImportMeta {
  glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>
}
