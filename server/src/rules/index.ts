import deprecatedVersion from "./api/deprecated-version.ts";
import missingApiVersion from "./api/missing-api-version.ts";
import missingKind from "./api/missing-kind.ts";
import notYetAvailable from "./api/not-yet-available.ts";
import oldIngressBackend from "./api/old-ingress-backend.ts";
import removedVersion from "./api/removed-version.ts";
import unknownKind from "./api/unknown-kind.ts";
import missingName from "./metadata/missing-name.ts";
import type { Rule } from "./rule.ts";
import badBase64 from "./schema/bad-base64.ts";
import badDate from "./schema/bad-date.ts";
import badQuantity from "./schema/bad-quantity.ts";
import missingField from "./schema/missing-field.ts";
import outOfRange from "./schema/out-of-range.ts";
import patternMismatch from "./schema/pattern-mismatch.ts";
import unknownField from "./schema/unknown-field.ts";
import valueNotAllowed from "./schema/value-not-allowed.ts";
import wrongType from "./schema/wrong-type.ts";
import aliasExpansion from "./yaml/alias-expansion.ts";
import badBlockHeader from "./yaml/bad-block-header.ts";
import badDirective from "./yaml/bad-directive.ts";
import badEscape from "./yaml/bad-escape.ts";
import badIndentation from "./yaml/bad-indentation.ts";
import badMerge from "./yaml/bad-merge.ts";
import badTag from "./yaml/bad-tag.ts";
import complexKey from "./yaml/complex-key.ts";
import controlCharacter from "./yaml/control-character.ts";
import duplicateKey from "./yaml/duplicate-key.ts";
import listInValue from "./yaml/list-in-value.ts";
import listItemFieldIndent from "./yaml/list-item-field-indent.ts";
import mappingInValue from "./yaml/mapping-in-value.ts";
import missingColon from "./yaml/missing-colon.ts";
import missingComma from "./yaml/missing-comma.ts";
import missingDash from "./yaml/missing-dash.ts";
import missingSpaceAfterColon from "./yaml/missing-space-after-colon.ts";
import missingSpaceAfterDash from "./yaml/missing-space-after-dash.ts";
import nestedUnderScalar from "./yaml/nested-under-scalar.ts";
import reservedCharacter from "./yaml/reserved-character.ts";
import tabIndentation from "./yaml/tab-indentation.ts";
import templateSyntax from "./yaml/template-syntax.ts";
import tooDeep from "./yaml/too-deep.ts";
import unclosedFlow from "./yaml/unclosed-flow.ts";
import unclosedQuote from "./yaml/unclosed-quote.ts";
import unexpectedText from "./yaml/unexpected-text.ts";
import unknownAlias from "./yaml/unknown-alias.ts";

/** Every rule, in the order of their ids. A new rule is one file and two lines here. */
export const RULES: readonly Rule[] = [
  deprecatedVersion,
  missingApiVersion,
  missingKind,
  notYetAvailable,
  oldIngressBackend,
  removedVersion,
  unknownKind,
  missingName,
  badBase64,
  badDate,
  badQuantity,
  missingField,
  outOfRange,
  patternMismatch,
  unknownField,
  valueNotAllowed,
  wrongType,
  aliasExpansion,
  badBlockHeader,
  badDirective,
  badEscape,
  badIndentation,
  badMerge,
  badTag,
  complexKey,
  controlCharacter,
  duplicateKey,
  listInValue,
  listItemFieldIndent,
  mappingInValue,
  missingColon,
  missingComma,
  missingDash,
  missingSpaceAfterColon,
  missingSpaceAfterDash,
  nestedUnderScalar,
  reservedCharacter,
  tabIndentation,
  templateSyntax,
  tooDeep,
  unclosedFlow,
  unclosedQuote,
  unexpectedText,
  unknownAlias,
];
