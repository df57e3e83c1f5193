import type { Rule } from "../rule.ts";
import aliasExpansion from "./alias-expansion.ts";
import badBlockHeader from "./bad-block-header.ts";
import badDirective from "./bad-directive.ts";
import badEscape from "./bad-escape.ts";
import badIndentation from "./bad-indentation.ts";
import badMerge from "./bad-merge.ts";
import badTag from "./bad-tag.ts";
import commentInValue from "./comment-in-value.ts";
import complexKey from "./complex-key.ts";
import controlCharacter from "./control-character.ts";
import duplicateKey from "./duplicate-key.ts";
import foldedItems from "./folded-items.ts";
import joinedLines from "./joined-lines.ts";
import listInValue from "./list-in-value.ts";
import listItemFieldIndent from "./list-item-field-indent.ts";
import mappingInValue from "./mapping-in-value.ts";
import missingColon from "./missing-colon.ts";
import missingComma from "./missing-comma.ts";
import missingDash from "./missing-dash.ts";
import missingSeparator from "./missing-separator.ts";
import missingSpaceAfterColon from "./missing-space-after-colon.ts";
import missingSpaceAfterDash from "./missing-space-after-dash.ts";
import missingTextHeader from "./missing-text-header.ts";
import needlessDash from "./needless-dash.ts";
import needsQuotes from "./needs-quotes.ts";
import nestedUnderScalar from "./nested-under-scalar.ts";
import oddSpace from "./odd-space.ts";
import reservedCharacter from "./reserved-character.ts";
import slashComment from "./slash-comment.ts";
import straySign from "./stray-sign.ts";
import swappedLines from "./swapped-lines.ts";
import tabIndentation from "./tab-indentation.ts";
import templateSyntax from "./template-syntax.ts";
import textIndent from "./text-indent.ts";
import tooDeep from "./too-deep.ts";
import unclosedFlow from "./unclosed-flow.ts";
import unclosedQuote from "./unclosed-quote.ts";
import unexpectedText from "./unexpected-text.ts";
import unknownAlias from "./unknown-alias.ts";
import wrongSeparator from "./wrong-separator.ts";

/** In the order of their ids. */
export const YAML_RULES: readonly Rule[] = [
  aliasExpansion,
  badBlockHeader,
  badDirective,
  badEscape,
  badIndentation,
  badMerge,
  badTag,
  commentInValue,
  complexKey,
  controlCharacter,
  duplicateKey,
  foldedItems,
  joinedLines,
  listInValue,
  listItemFieldIndent,
  mappingInValue,
  missingColon,
  missingComma,
  missingDash,
  missingSeparator,
  missingSpaceAfterColon,
  missingSpaceAfterDash,
  missingTextHeader,
  needlessDash,
  needsQuotes,
  nestedUnderScalar,
  oddSpace,
  reservedCharacter,
  slashComment,
  straySign,
  swappedLines,
  tabIndentation,
  templateSyntax,
  textIndent,
  tooDeep,
  unclosedFlow,
  unclosedQuote,
  unexpectedText,
  unknownAlias,
  wrongSeparator,
];
