// @ts-check
/**
 * @typedef {Record<string, string>} Texts a text by language
 * @typedef {{code: string, label: Texts, [member: string]: any}} Choice
 * @typedef {{uid: string, variable: string, type: string, label: Texts, choices?: Choice[], rows?: Choice[], categories?: Category[], followups?: Question[], [member: string]: any}} Question
 * @typedef {Choice & {symbol: string, colour: string, sentiment: string, prompt?: Texts, followups?: Question[]}} Category
 * @typedef {{name: string, title: Texts, questions: Question[], [member: string]: any}} Page
 * @typedef {{format: number, languages: string[], title: Texts, intro?: Texts[], pages: Page[], [member: string]: any}} Questionnaire
 * @typedef {{place: string, message: string}} Problem
 * @typedef {{heading: string, stops: boolean, message: string, page: string, question: string, member: string, language: string}} Finding
 * @typedef {{problems: Problem[], findings: Finding[], more: boolean}} LookedThrough `more`: these are only the first of the findings
 * @typedef {{kind: "front"} | {kind: "page", name: string} | {kind: "question", uid: string}} Selection
 * @typedef {{uids: string[], variables: string[], pages: string[], codes: Record<string, string[]>}} Taken names of every published version
 * @typedef {{name: string, editor: string, label: string, hint: string, words: {value: string, label: string}[], flags?: string[], least?: number, fixed?: boolean}} Setting
 * @typedef {{label: string, settings: Setting[], begins_as: Record<string, any>, value_kind: string, answered: boolean, on_map: boolean, on_screen: boolean, symbols: string[], becomes: string[], members: string[]}} QuestionType
 * @typedef {object} PageData what the server says at the start
 * @property {Questionnaire} document
 * @property {Problem[]} problems
 * @property {Finding[]} findings
 * @property {boolean} more
 * @property {string} edition
 * @property {number|null} based_on
 * @property {Taken} taken
 * @property {Record<string, QuestionType>} types
 * @property {{label: string, types: string[]}[]} groups
 * @property {string[]} sentiments
 * @property {Record<string, string>} languages code → what it calls itself
 * @property {string[]} layers
 * @property {{save: string, preview: string, hold: string, pictures: string, questionnaire: string}} addresses
 * @property {string} csrf
 */
export {};
