/** Columns that name prompt and response otherwise: question/answer, query/response, human/assistant, … */
import { fieldLayout } from './fields.js';
import { isFields } from './layout.js';
import type { Layout } from './layout.js';

const PROMPTS =
  'system,context,prompt,instruction,question,query,input,human,user,problem,source,title,request,task'.split(
    ',',
  );
/** Best first: what a model is most surely said to have written. */
const RESPONSES = (
  'response,assistant,assistant_response,model_response,model_output,completion,generation,generated_text,' +
  'chatgpt_answers,chatgpt,gpt,bot,ai,solution,answer,answers,output,reply,target,response_text,answer_text,' +
  'output_text,responses,completions,outputs,content,text'
).split(',');
/** Names that say too little unless a prompt stands beside them. */
const WEAK = new Set(['target', 'content', 'text']);

/** Column names compare without case, spaces, hyphens and underscores at the ends. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/** Columns found by the names in the first records of `sample`; undefined if no column sounds like a response. */
export function columns(sample: readonly unknown[]): Layout | undefined {
  const names = new Set<string>();
  for (const record of sample) if (isFields(record)) for (const name of Object.keys(record)) names.add(name);
  const called = (wanted: string): string[] => [...names].filter((name) => plain(name) === wanted);
  const prompts = PROMPTS.flatMap(called);
  const responses = RESPONSES.flatMap((name) => (prompts.length === 0 && WEAK.has(name) ? [] : called(name)));
  if (responses.length === 0) return undefined;
  return fieldLayout({
    name: 'columns',
    from: prompts.map((name) => `/${name}`).join(' + '),
    fits: (record) => responses.some((name) => Object.hasOwn(record, name)),
    prompts,
    responses,
  });
}
