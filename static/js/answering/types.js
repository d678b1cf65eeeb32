// @ts-check
// What a survey's page carries.

/**
 * @typedef {Omit<import("../surveys/question_parts.js").Question, "categories"> & {min?: any, max?: any, step?: number, decimals?: number,
 *   max_length?: number, max_ranked?: number, min_marks?: number, max_marks?: number, cut_home?: boolean, parameter?: string, default?: any,
 *   categories?: Category[]}} Question
 * @typedef {{code: string, label: Record<string, string>, prompt?: Record<string, string>, symbol: any, colour: string,
 *   icon?: string, followups?: Question[]}} Category
 * @typedef {{name: string, title: Record<string, string>, relevant?: any, questions: Question[]}} QuestionPage
 * @typedef {{activity: string, questionnaire_version: number, language: string, own: string, ticket: string|null, test: boolean,
 *   questionnaire: {pages: QuestionPage[]}, map?: import("./map/types.js").SurveyMap}} SurveyData
 *   `questionnaire`: in one language; `language`: of its texts; `own`: of the program's;
 *   `ticket`: by which way this browser came, such as with a personal code
 */

export {};
