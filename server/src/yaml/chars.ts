/** Character codes and tables of the reader. */

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const STAR = 42;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const BACKTICK = 96;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;
export const BYTE_ORDER_MARK = 0xfeff;

/** 1 for every character of `characters`; index with codes below 128 only. */
function table(characters: string): Uint8Array {
  const out = new Uint8Array(128);
  for (const character of characters) out[character.charCodeAt(0)] = 1;
  return out;
}

/** Characters that may end a plain scalar in block context, or in a template open a `{{ … }}` within it. */
export const BLOCK_STOPS = table("\n\r:#");
export const BLOCK_STOPS_TEMPLATE = table("\n\r:#{");
/** The same between brackets. */
export const FLOW_STOPS = table("\n\r:#,[]{}");
/** Characters that do not simply begin a plain scalar. */
export const INDICATORS = table("-?:,[]{}#&*!|>'\"%@`");
const KEY_CHARACTERS = table("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./$");
const WORD_CHARACTERS = table("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

export const isIndicator = (code: number): boolean => code < 128 && INDICATORS[code] === 1;
/** What the keys of manifests are made of; used only to guess what broken text meant. */
export const isKeyCharacter = (code: number): boolean => code < 128 && KEY_CHARACTERS[code] === 1;
/** What libyaml allows in the name of an anchor. */
export const isWordCharacter = (code: number): boolean => code < 128 && WORD_CHARACTERS[code] === 1;
export const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
export const isBlank = (code: number): boolean => code === SPACE || code === TAB;
export const isBreak = (code: number): boolean => code === LF || code === CR;
export const isFlowIndicator = (code: number): boolean =>
  code === COMMA || code === OPEN_BRACKET || code === CLOSE_BRACKET || code === OPEN_BRACE || code === CLOSE_BRACE;
