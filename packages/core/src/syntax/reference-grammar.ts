// Made from omega.ohm by scripts/generate-grammar.ts; do not edit. The grammar as a module, for the reference parser.
import { grammar, type BaseActionDict, type Grammar, type IterationNode, type Node, type NonterminalNode, type Semantics, type TerminalNode } from "ohm-js";

export interface OmegaActionDict<T> extends BaseActionDict<T> {
  headerLine_comment?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: NonterminalNode) => T;
  headerLine_text?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  headerLine?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  header_capitals?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: IterationNode, arg3: TerminalNode) => T;
  header_anyCase?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode) => T;
  header?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  title_spaced?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: NonterminalNode) => T;
  title_tight?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: TerminalNode) => T;
  title?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  titleEnd?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode) => T;
  suiteLine?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: NonterminalNode, arg3: IterationNode, arg4: TerminalNode, arg5: IterationNode, arg6: IterationNode) => T;
  suiteStart?: (this: NonterminalNode, arg0: IterationNode, arg1: TerminalNode, arg2: IterationNode, arg3: TerminalNode, arg4: NonterminalNode) => T;
  brokenLine_section?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  brokenLine_suite?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  brokenLine?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  headerPart?: (this: NonterminalNode, arg0: NonterminalNode | TerminalNode) => T;
  proseItem?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ImportItem?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ActorItem?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: IterationNode, arg3: IterationNode) => T;
  MayList?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  ApprovesList?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Authority?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Role_quoted?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Role_word?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Role_words?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  Role?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  authorityInCapitals?: (this: NonterminalNode, arg0: TerminalNode) => T;
  Token?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  AttributeItem?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  ProseAttributeItem?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  AttributeValue?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  TypedValue?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: IterationNode, arg3: TerminalNode, arg4: IterationNode, arg5: NonterminalNode) => T;
  Default?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode) => T;
  SampleValue?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  attributeLabel?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  RuleItem?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ConstraintItem_bare?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  ConstraintItem_labelled?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  ConstraintItem_prose?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ConstraintItem?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  openClause_bare?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  openClause_labelled?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  openClause?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  clauseOpening_first?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  clauseOpening_second?: (this: NonterminalNode, arg0: IterationNode | NonterminalNode, arg1: IterationNode | NonterminalNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  clauseOpening?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  firstWords_one?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode) => T;
  firstWords_two?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  firstWords_three?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode, arg3: NonterminalNode, arg4: TerminalNode, arg5: NonterminalNode) => T;
  firstWords?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  gap?: (this: NonterminalNode, arg0: IterationNode | NonterminalNode) => T;
  ImpactItem_effect?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  ImpactItem_labelled?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ImpactItem?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  effectLabel?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: IterationNode, arg3: IterationNode, arg4: IterationNode, arg5: TerminalNode, arg6: NonterminalNode) => T;
  labelledItem_labelled?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  labelledItem_prose?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  labelledItem?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ExampleItem_given?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  ExampleItem_expect?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ExampleItem_clock?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ExampleItem?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  label_quoted?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: IterationNode, arg3: TerminalNode) => T;
  label_word?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode) => T;
  label_words?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode) => T;
  label?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  firstWord?: (this: NonterminalNode, arg0: IterationNode) => T;
  labelEnd_references?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  labelEnd_plain?: (this: NonterminalNode, arg0: IterationNode, arg1: TerminalNode, arg2: NonterminalNode) => T;
  labelEnd?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  references?: (this: NonterminalNode, arg0: TerminalNode, arg1: IterationNode, arg2: TerminalNode, arg3: IterationNode, arg4: TerminalNode) => T;
  prose?: (this: NonterminalNode, arg0: IterationNode) => T;
  Rule?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Label?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode) => T;
  If?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: IterationNode, arg5: IterationNode, arg6: IterationNode) => T;
  ElseIf?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode) => T;
  Then?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Else?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Unknown?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  For?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: IterationNode, arg4: NonterminalNode, arg5: NonterminalNode, arg6: IterationNode, arg7: NonterminalNode, arg8: IterationNode) => T;
  Position?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode) => T;
  Where?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  While?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: IterationNode, arg4: NonterminalNode, arg5: IterationNode) => T;
  Maximum?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Block?: (this: NonterminalNode, arg0: TerminalNode, arg1: IterationNode, arg2: TerminalNode) => T;
  Governed?: (this: NonterminalNode, arg0: IterationNode, arg1: TerminalNode) => T;
  BlockItem?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode) => T;
  Match?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: TerminalNode, arg4: NonterminalNode, arg5: TerminalNode, arg6: IterationNode) => T;
  ActionArm?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  Guard?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Let?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  Set?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  Failsafe?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Arms_some?: (this: NonterminalNode, arg0: IterationNode, arg1: Node, arg2: IterationNode, arg3: IterationNode, arg4: IterationNode) => T;
  Arms_none?: (this: NonterminalNode, ) => T;
  Arms?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  NextArm?: (this: NonterminalNode, arg0: IterationNode, arg1: IterationNode, arg2: Node) => T;
  armEnd_sign?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode) => T;
  armEnd_line?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  armEnd?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Dash?: (this: NonterminalNode, arg0: TerminalNode) => T;
  Condition?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  RuleStart_rule?: (this: NonterminalNode, arg0: IterationNode, arg1: IterationNode, arg2: NonterminalNode) => T;
  RuleStart_failsafe?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  RuleStart?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ArmStart?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode | TerminalNode) => T;
  Actions?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  ActionAfter?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode) => T;
  Action?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  Arguments_list?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  Arguments_text?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Arguments?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Argument?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode) => T;
  ArgumentName?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode) => T;
  ActionName_quoted?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ActionName_words?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  ActionName?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  PhraseWord?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ActionNames?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Expression?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Conjunction?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Negation_not?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Negation?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Quantifier?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode, arg5: NonterminalNode) => T;
  Comparison_between?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode) => T;
  Comparison_is?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: IterationNode, arg3: NonterminalNode) => T;
  Comparison_binary?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Comparison?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Comparator?: (this: NonterminalNode, arg0: NonterminalNode | TerminalNode) => T;
  NotIn?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  StartsWith?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  EndsWith?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Sum?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Minus?: (this: NonterminalNode, arg0: TerminalNode) => T;
  Product?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Factor_negative?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode) => T;
  Factor?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Path?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: IterationNode) => T;
  Step_member?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode) => T;
  Step_index?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  Step?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  stepStart?: (this: NonterminalNode, arg0: IterationNode | NonterminalNode, arg1: TerminalNode) => T;
  Value_parentheses?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  Value_reference?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Value?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Conditional?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode, arg5: IterationNode, arg6: NonterminalNode, arg7: NonterminalNode, arg8: TerminalNode) => T;
  ElseIfValue?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode) => T;
  MatchValue?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: TerminalNode, arg3: NonterminalNode, arg4: TerminalNode) => T;
  ValueArm?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  Call?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode, arg2: NonterminalNode, arg3: TerminalNode) => T;
  CallArgument?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Lambda?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  Literal?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Scalar_boolean?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Scalar_null?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Scalar?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  List?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  Record?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  Field?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode, arg2: Node) => T;
  Listed_some?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  Listed_none?: (this: NonterminalNode, ) => T;
  Listed?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Pattern?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Alternative_wildcard?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Alternative_range?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode, arg2: NonterminalNode) => T;
  Alternative_literal?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Alternative?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  wildcard?: (this: NonterminalNode, arg0: TerminalNode) => T;
  Type?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  TypeBase_enumeration?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  TypeBase_range?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  TypeBase_list?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  TypeBase_record?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: TerminalNode) => T;
  TypeBase_unit?: (this: NonterminalNode, arg0: IterationNode, arg1: NonterminalNode) => T;
  TypeBase?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  TypeField?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: TerminalNode, arg3: NonterminalNode) => T;
  range?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode, arg2: NonterminalNode) => T;
  Fresh?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  duration?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Clause_formula?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Clause_relation?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Clause?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Formula_never?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: IterationNode) => T;
  Formula_always?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode) => T;
  Formula_atMost?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode, arg5: IterationNode) => T;
  Formula_exactlyOne?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: IterationNode) => T;
  Formula_maxLoop?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Formula?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Relation_requires?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Relation_before?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Relation?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ClauseAction?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ClauseWord?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ClauseGuard?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Per?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Effect_by?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode) => T;
  Effect_to?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode) => T;
  Effect?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Change?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Given_file?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Given_values?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Given?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Assignment?: (this: NonterminalNode, arg0: NonterminalNode, arg1: TerminalNode, arg2: NonterminalNode) => T;
  Target?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode, arg2: IterationNode) => T;
  Clock?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Expect?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Expectation_not?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Expectation_unknown?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Expectation_nothing?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode) => T;
  Expectation_only?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Expectation_pending?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Expectation_violation?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Expectation_status?: (this: NonterminalNode, arg0: NonterminalNode, arg1: NonterminalNode, arg2: NonterminalNode) => T;
  Expectation_occur?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Expectation?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ExpectationWord?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  Word?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  name?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  bareName?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  quotedName?: (this: NonterminalNode, arg0: TerminalNode, arg1: IterationNode, arg2: TerminalNode) => T;
  word?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  nameStart?: (this: NonterminalNode, arg0: NonterminalNode | TerminalNode) => T;
  namePart?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  lower?: (this: NonterminalNode, arg0: TerminalNode) => T;
  capital?: (this: NonterminalNode, arg0: TerminalNode) => T;
  beyondAscii?: (this: NonterminalNode, arg0: TerminalNode) => T;
  number?: (this: NonterminalNode, arg0: IterationNode, arg1: IterationNode, arg2: IterationNode, arg3: IterationNode, arg4: IterationNode, arg5: IterationNode) => T;
  exponent?: (this: NonterminalNode, arg0: TerminalNode, arg1: IterationNode, arg2: IterationNode) => T;
  decimal?: (this: NonterminalNode, arg0: IterationNode, arg1: IterationNode, arg2: IterationNode, arg3: IterationNode) => T;
  wholeNumber?: (this: NonterminalNode, arg0: IterationNode) => T;
  unit?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  unitFactor?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: IterationNode) => T;
  unitPart?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  power_caret?: (this: NonterminalNode, arg0: TerminalNode, arg1: IterationNode, arg2: IterationNode) => T;
  power_superscript?: (this: NonterminalNode, arg0: IterationNode) => T;
  power?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  superscript?: (this: NonterminalNode, arg0: TerminalNode) => T;
  text?: (this: NonterminalNode, arg0: TerminalNode, arg1: IterationNode, arg2: TerminalNode) => T;
  textCharacter_code?: (this: NonterminalNode, arg0: TerminalNode, arg1: NonterminalNode, arg2: NonterminalNode, arg3: NonterminalNode, arg4: NonterminalNode) => T;
  textCharacter_escape?: (this: NonterminalNode, arg0: TerminalNode, arg1: TerminalNode) => T;
  textCharacter_plain?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  textCharacter?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  sign?: (this: NonterminalNode, arg0: TerminalNode) => T;
  foreignSign?: (this: NonterminalNode, arg0: TerminalNode) => T;
  space_before?: (this: NonterminalNode, arg0: NonterminalNode, arg1: IterationNode) => T;
  space_foreign?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  space?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  comment?: (this: NonterminalNode, arg0: TerminalNode, arg1: IterationNode) => T;
  restOfLine?: (this: NonterminalNode, arg0: IterationNode, arg1: IterationNode, arg2: NonterminalNode) => T;
  whiteSpace?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  rowSpace?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  visible?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  lineBreak?: (this: NonterminalNode, arg0: TerminalNode) => T;
  blank?: (this: NonterminalNode, arg0: TerminalNode) => T;
  foreignSpace?: (this: NonterminalNode, arg0: TerminalNode) => T;
  keyword?: (this: NonterminalNode, arg0: IterationNode, arg1: Node) => T;
  capitalKeyword?: (this: NonterminalNode, arg0: TerminalNode) => T;
  anyCaseKeyword?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  reserved?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  IF?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  THEN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ELSE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  AND?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  OR?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  NOT?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  IN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  FOR?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  WHILE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  MATCH?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  LET?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  SET?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  TRUE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  FALSE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  NULL?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  UNKNOWN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  WHERE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  MAX?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  WHEN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  UNLESS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  FAILSAFE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ANY?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ALL?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  NONE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  SATISFIES?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  BETWEEN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  IS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  MISSING?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  KNOWN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  CONTAINS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  STARTS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ENDS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  WITH?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  MATCHES?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  MOD?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  MAY?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  APPROVES?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  NEVER?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ALWAYS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  AT?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  MOST?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  OF?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  PER?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  EXACTLY?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ONE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  REQUIRES?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  BEFORE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  LOOP?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  RAISES?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  LOWERS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  SETS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  BY?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  TO?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  GIVEN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  FILE?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  EXPECT?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  ONLY?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  NOTHING?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  VIOLATION?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  STATUS?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  PENDING?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  FRESH?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  NUMBER?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  INTEGER?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  BOOLEAN?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  TEXT?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  TIME?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  DELTA?: (this: NonterminalNode, arg0: NonterminalNode) => T;
  unitSymbol?: (this: NonterminalNode, arg0: TerminalNode) => T;
}

export interface OmegaSemantics extends Semantics {
  addOperation<T>(name: string, actionDict: OmegaActionDict<T>): this;
  extendOperation<T>(name: string, actionDict: OmegaActionDict<T>): this;
  addAttribute<T>(name: string, actionDict: OmegaActionDict<T>): this;
  extendAttribute<T>(name: string, actionDict: OmegaActionDict<T>): this;
}

export interface OmegaGrammar extends Grammar {
  createSemantics(): OmegaSemantics;
  extendSemantics(superSemantics: OmegaSemantics): OmegaSemantics;
}

/** The grammar of omega.ohm. */
// Ohm types grammars made from text loosely; the interfaces above were made from this very text.
export const omegaGrammar = grammar(String.raw`/*
  The syntax of OMEGA 1.0: the language's executable specification, which @omega/core/reference parses with.

  HOW TO READ IT. This is an Ohm grammar (ohmjs.org). ${"`"}=${"`"} defines (${"`"}:=${"`"} anew); ${"`"}|${"`"} separates alternatives, of which the
  first that fits is taken; ${"`"}*${"`"}, ${"`"}+${"`"} and ${"`"}?${"`"} repeat; ${"`"}&${"`"} demands and ${"`"}~${"`"} forbids what follows, without reading it. Rules with
  a Capital allow white space and comments between their parts, rules with a small letter do not, and neither does ${"`"}#( )${"`"}.
  Words in CAPITALS are keywords: in a document any case will do, except for UNKNOWN. ${"`"}Rule<x>${"`"} is a rule with a parameter;
  ${"`"}NonemptyListOf<x, y>${"`"} is one or more x with a y between them. ${"`"}-- word${"`"} names an alternative and ${"`"}(words)${"`"} describe a
  rule: neither says anything about the language.

  WHAT IS MATCHED. A document consists of lines. Lines that are headers begin sections; lines that begin with ${"`"}-${"`"} begin
  items; any other line continues what is above it, and lines that begin with ${"`"}#${"`"} or ${"`"}//${"`"} do not count. The rules under
  "lines" are matched against one line, those under "items" against one item of such a section, without its ${"`"}-${"`"}.

  Rules hold rules, and their lines say which. So two signs that stand in no document are written in before a rule is
  matched:
      •   a ${"`"}-${"`"} that begins an item or a clause within the rule: one that is the first of its line (unless it is the sign
          of a number in parentheses), or stands in braces before the keyword of a rule or of a clause
      ◂   where the reach of a FOR without braces ends: it governs the items that are indented deeper than itself, else
          the next one. A clause on a line of its own joins no rule that is indented deeper than the clause.

  A grammar cannot count: nesting is limited to 64 levels, an expression to a height of 256, a document to 1 MiB.
*/
Omega {

  // ==== lines =========================================================================================================

  // A header, and behind it a comment or the first text of its section.
  headerLine
    = header blank* comment  -- comment
    | header prose           -- text

  // RULE:   RULE Overheating:   rule:
  // In capitals it may be indented and titled; in any other case it stands at the margin, its ${"`"}:${"`"} directly behind it.
  header
    = blank* capitalKeyword title? ":"  -- capitals
    | anyCaseKeyword ":"                -- anyCase

  // A title ends at the first ${"`"}:${"`"} that has white space or nothing behind it, else at the first ${"`"}:${"`"}.
  title
    = blank (~titleEnd any)* &titleEnd  -- spaced
    | blank (~":" any)* &":"            -- tight
  titleEnd = ":" (whiteSpace | end)

  // EXAMPLES FOR "factory.omni":
  // The first line of a suite, a document that holds nothing but examples, for the policy in another file.
  suiteLine = suiteStart blank* text blank* ":" blank* comment?
  suiteStart = blank* "EXAMPLES" blank+ "FOR" &(blank | end)

  // Lines that begin like this are headers gone wrong, not text.
  brokenLine
    = capital (~lower headerPart)+ ":" prose  -- section
    | suiteStart prose                        -- suite
  headerPart = lower | capital | digit | "_" | "-"

  // ==== items: a rule for each kind of section ========================================================================

  // INTENT, ASSUMPTION: prose. Its lines are joined by one space.
  proseItem = prose

  // IMPORT: "site.omni"
  ImportItem = text

  // ACTOR: Primary: SafetySystem MAY StopMachine, Alert APPROVES FreezeFunds
  ActorItem = label Role MayList? ApprovesList?
  MayList = MAY ActionNames<Authority>
  ApprovesList = APPROVES ActionNames<Authority>
  Authority = MAY | APPROVES
  // A role of several words ends at MAY or APPROVES in capitals, so that it may be a sentence.
  Role
    = (quotedName | text)                  -- quoted
    | Token &Authority                     -- word
    | Token (~authorityInCapitals Token)*  -- words
  authorityInCapitals = ("MAY" | "APPROVES") ~namePart
  Token = word | ~"-" number | text | quotedName | sign

  // CONTEXT: Temperature: <-40..125 C> = 20C   Mode: "auto"   Domain: drone_fleet
  // What is neither a type nor a literal as a whole is prose; so is what would be one but exceeds a limit.
  AttributeItem = attributeLabel AttributeValue
  ProseAttributeItem = attributeLabel #(prose)
  AttributeValue = TypedValue | SampleValue | #(prose)
  TypedValue = "<" Type Fresh? ">" Default? end
  Default = "=" Literal
  SampleValue = Literal end
  attributeLabel  (a label and a colon) = ~(reserved (labelEnd | ":" ~"//")) label

  // RULE: TooClose: IF Distance < 1m THEN StopMachine
  RuleItem = Rule

  // CONSTRAINT: Safety [NoRestart]: NEVER Restart WHEN Pressure > 2bar   Moral: nobody is left behind
  // What opens like a clause, in capitals, must be one; anything else is prose.
  ConstraintItem
    = &clauseOpening Clause                       -- bare
    | ~clauseOpening label &clauseOpening Clause  -- labelled
    | ~openClause #(labelledItem)                 -- prose
  openClause
    = clauseOpening               -- bare
    | label spaces clauseOpening  -- labelled
  clauseOpening
    = firstWords                                                           -- first
    | (quotedName whiteSpace* | visible+ gap) ("REQUIRES" | "BEFORE") gap  -- second
  firstWords
    = ("NEVER" | "ALWAYS") gap                  -- one
    | ("AT" gap "MOST" | "MAX" gap "LOOP") gap  -- two
    | "EXACTLY" gap "ONE" gap "OF" gap          -- three
  gap = whiteSpace+ | end

  // IMPACT: Benefit: fewer injuries   Effect: CoolDown LOWERS Temperature BY 1C
  ImpactItem
    = effectLabel Effect            -- effect
    | ~effectLabel #(labelledItem)  -- labelled
  effectLabel = &("${"`"}"? caseInsensitive<"Effect"> "${"`"}"? rowSpace* references? ":") label

  // TRACE, REVIEW: Regulation [TooClose]: ISO 13855
  labelledItem
    = label prose   -- labelled
    | ~label prose  -- prose

  // EXAMPLE: GIVEN Distance = 0.4m AT "2026-05-01T08:00:00Z"   EXPECT StopMachine
  ExampleItem
    = Given Clock?  -- given
    | Expect        -- expect
    | Clock         -- clock

  // Safety:   Legal basis:   Regulation [TooClose, R3]:
  // It ends at the line's first ${"`"}:${"`"} that has white space or nothing behind it, or that stands directly behind the first
  // word, references, or a name in backticks.
  label  (a label and a colon)
    = quotedName rowSpace* references? ":"               -- quoted
    | ~("${"`"}" | ":") firstWord ":"                         -- word
    | ~("${"`"}" | ":") (~labelEnd ~lineBreak any)+ labelEnd  -- words
  // ${"`"}https://${"`"} is no label.
  firstWord = ("://" | ~(":" | references) visible)+
  labelEnd
    = rowSpace* references ":"           -- references
    | rowSpace* ":" &(whiteSpace | end)  -- plain
  // The rules that an entry is tied to, or the name of a constraint.
  references = "[" (~("]" | ":" | lineBreak) any)* "]" rowSpace* &":"

  // Any text. White space around its lines, and lines that are comments, are no part of it.
  prose = any*

  // ==== rules =========================================================================================================

  Rule = If | For | While | Match | Let | Set | Failsafe

  // A rule may have a name: TooClose:
  Label = ~FAILSAFE name ":"

  // IF Distance < 1m THEN Stop ELSE IF Distance < 2m THEN SlowDown ELSE Go UNKNOWN Stop
  If = Label? IF Condition Then ElseIf* Else? Unknown?
  ElseIf = "•"? ELSE IF Condition Then
  Then = "•"? THEN Actions
  Else = "•"? ELSE ~IF Actions
  Unknown = "•"? UNKNOWN Actions

  // FOR worker, i IN Workers WHERE worker.inside { … }
  For = Label? FOR name Position? IN Sum Where? (Block | Governed) Unknown?
  Position = "," name
  Where = WHERE Condition
  // WHILE Level < 3 MAX 10 { SET Level = Level + 1 }
  While = Label? WHILE Condition Maximum? Block Unknown?
  Maximum = MAX ~"-" number
  // The rules that a loop holds.
  Block = "{" BlockItem* "}"
  Governed = BlockItem+ "◂"
  BlockItem = "•"? Rule

  // MATCH Mode { "auto" | "eco" WHEN Warm => CoolDown, _ => Wait }
  Match = Label? MATCH Expression "{" Arms<ActionArm> "}" Unknown?
  ActionArm = Pattern Guard? "=>" Actions
  Guard = WHEN Condition

  // LET limit = 2 * Base   SET limit = limit + 1   FAILSAFE THEN Stop
  Let = LET name "=" Expression
  Set = SET name "=" Expression
  Failsafe = FAILSAFE Then

  // Commas, dashes or lines set arms apart.
  Arms<Arm>
    = Dash? Arm (#(armEnd) NextArm<Arm>)* ","?  -- some
    |                                           -- none
  NextArm<Arm> = ","? Dash? Arm
  armEnd
    = &(spaces ("," | "•" | "-"))  -- sign
    | &restOfLine                  -- line
  // ${"`"}- 5 =>${"`"} is an arm for 5, ${"`"}-5 =>${"`"} one for minus 5.
  Dash = "•" | ~number "-"

  // A record is no condition, so that a condition left out is not looked for in a block.
  Condition = ~"{" Expression

  // Where a rule or an arm begins, whatever stands before it ends.
  RuleStart
    = (name ":")? (IF | FOR | WHILE | MATCH | LET | SET)  -- rule
    | FAILSAFE THEN                                       -- failsafe
  ArmStart = Pattern (WHEN | "=>")

  // ==== actions =======================================================================================================

  // StopMachine, Display "text". In an arm, a comma before a pattern ends the arm.
  Actions = Action ActionAfter*
  ActionAfter = ~("," ArmStart) "," Action

  // Notify(channel: "sms", after: 5min). A text that begins the next line's arm is no argument.
  Action = ActionName<RuleStart> (~(#(restOfLine) ArmStart) Arguments)?
  Arguments
    = "(" Listed<Argument> ")"  -- list
    | text                      -- text
  Argument = ArgumentName? Expression
  ArgumentName = name ":" ~":"

  // The name of an action may be a phrase: it goes on until a reserved word, ${"`"}stop${"`"}, or the start of a rule or an arm.
  ActionName<stop>
    = (quotedName | text)         -- quoted
    | bareName PhraseWord<stop>*  -- words
  PhraseWord<stop> = ~stop ~RuleStart ~ArmStart bareName
  ActionNames<stop> = NonemptyListOf<ActionName<stop>, ",">

  // ==== expressions, from the loosest operators to the tightest =======================================================

  // Inside OR AND, inside AND NOT, inside NOT comparisons, inside these sums, products, signs and paths.
  Expression = NonemptyListOf<Conjunction, OR>
  Conjunction = NonemptyListOf<Negation, AND>
  Negation
    = NOT Negation  -- not
    | Quantifier
    | Comparison

  // ANY worker IN Workers SATISFIES worker.distance < 1m
  Quantifier = (ANY | ALL | NONE) name IN Sum SATISFIES (Quantifier | Comparison)

  // Comparisons do not chain: ${"`"}a < b < c${"`"} is none.
  Comparison
    = Sum BETWEEN Sum AND Sum        -- between
    | Sum IS NOT? (MISSING | KNOWN)  -- is
    | Sum Comparator Sum             -- binary
    | Sum
  Comparator
    = "==" | "=" | "!=" | "<=" | "<" | ">=" | ">" | IN | NotIn | CONTAINS | StartsWith | EndsWith | MATCHES
  NotIn = NOT IN
  StartsWith = STARTS WITH
  EndsWith = ENDS WITH

  Sum = NonemptyListOf<Product, ("+" | Minus)>
  // A ${"`"}-${"`"} before a pattern with ${"`"}=>${"`"} begins an arm.
  Minus = ~("-" ArmStart) "-"
  Product = NonemptyListOf<Factor, ("*" | "/" | MOD)>
  Factor
    = ~number "-" Factor  -- negative
    | Path

  // Workers[0].distance
  Path = Value (#(stepStart) Step)*
  Step
    = "." name            -- member
    | "[" Expression "]"  -- index
  // A ${"`"}[${"`"} that is the first of its line begins a pattern.
  stepStart = &(spaces "." | blank* "[")

  Value
    = Conditional
    | "(" Expression ")"  -- parentheses
    | MatchValue
    | List<Expression>
    | Record<Expression>
    | Scalar
    | Call
    | name                -- reference

  // (IF Night THEN 30km/h ELSE 50km/h)
  Conditional = "(" IF Expression THEN Expression ElseIfValue* ELSE Expression ")"
  ElseIfValue = ELSE IF Expression THEN Expression

  // MATCH Mode { "auto" => 1, _ => 2 }
  MatchValue = MATCH Expression "{" Arms<ValueArm> "}"
  ValueArm = Pattern Guard? "=>" Expression

  // std::math::avg(xs)   map(xs, |x| x * 2)
  Call = ~quotedName NonemptyListOf<name, "::"> "(" Listed<CallArgument> ")"
  CallArgument = Lambda | Expression
  Lambda = "|" NonemptyListOf<name, ","> "|" Expression

  // ==== literals and patterns =========================================================================================

  // What an input could hold: no names, no operators.
  Literal = List<Literal> | Record<Literal> | Scalar
  Scalar
    = number
    | text
    | (TRUE | FALSE)  -- boolean
    | NULL            -- null

  // [1, 2]   { name: "Ana", "badge number": 7 }
  List<Element> = "[" Listed<Element> "]"
  Record<Element> = "{" Listed<Field<Element>> "}"
  Field<Element> = (text | name) ":" Element

  // A comma may follow the last.
  Listed<Element>
    = NonemptyListOf<Element, ","> ","?  -- some
    |                                    -- none

  // 0..10 | 20 | "off"
  Pattern = NonemptyListOf<Alternative, "|">
  Alternative
    = wildcard                  -- wildcard
    | number ".." number        -- range
    | (List<Literal> | Scalar)  -- literal
  wildcard = "_" ~namePart

  // ==== types =========================================================================================================

  // m?   0..100 %   delta C   "auto" | "manual"   [{ name: text, badge?: text }]
  Type = TypeBase "?"?
  TypeBase
    = NonemptyListOf<text, "|">  -- enumeration
    | range unit?                -- range
    | "[" Type "]"               -- list
    | "{" Listed<TypeField> "}"  -- record
    | (NUMBER | INTEGER | BOOLEAN | TEXT | TIME)
    | DELTA? unit                -- unit
  TypeField = (text | name) "?"? ":" Type
  range = decimal ".." decimal

  // C FRESH 5s: a reading counts for that long.
  Fresh = FRESH duration
  duration = decimal unit

  // ==== constraints ===================================================================================================

  // NEVER Restart AND Open UNLESS Locked   AT MOST 1 OF Stop, SlowDown PER worker   FreezeFunds REQUIRES Notify
  Clause
    = &firstWords Formula   -- formula
    | ~firstWords Relation  -- relation
  Formula
    = NEVER NonemptyListOf<ClauseAction, AND> ClauseGuard?  -- never
    | ALWAYS ClauseAction WHEN Condition                    -- always
    | AT MOST wholeNumber OF ActionNames<ClauseWord> Per?   -- atMost
    | EXACTLY ONE OF ActionNames<ClauseWord> Per?           -- exactlyOne
    | MAX LOOP wholeNumber                                  -- maxLoop
  Relation
    = ClauseAction REQUIRES ClauseAction  -- requires
    | ClauseAction BEFORE ClauseAction    -- before
  ClauseAction = ActionName<ClauseWord>
  ClauseWord = WHEN | UNLESS | PER | REQUIRES | BEFORE
  ClauseGuard = (WHEN | UNLESS) Condition
  Per = PER name

  // ==== effects =======================================================================================================

  // CoolDown LOWERS Temperature BY 1C   CoolDown SETS Fan TO 1
  Effect
    = ActionName<Change> (RAISES | LOWERS) name BY Expression  -- by
    | ActionName<Change> SETS name TO Expression               -- to
  Change = RAISES | LOWERS | SETS

  // ==== examples ======================================================================================================

  // GIVEN Distance = 0.4m, Workers[0].name = "Ana"   GIVEN FILE "context.json"
  Given
    = GIVEN FILE text                        -- file
    | GIVEN NonemptyListOf<Assignment, ",">  -- values
  Assignment = Target "=" Literal
  Target = name (#(stepStart) Step)*
  // AT "2026-05-01T08:00:00Z"
  Clock = AT text

  // EXPECT Stop, SlowDown   EXPECT ONLY Stop   EXPECT UNKNOWN Workers[2].distance
  Expect = EXPECT Expectation
  Expectation
    = NOT Actions                                -- not
    | UNKNOWN NonemptyListOf<Target, ",">        -- unknown
    | NOTHING end                                -- nothing
    | ONLY &Word Actions                         -- only
    | PENDING &Word Actions                      -- pending
    | VIOLATION &Word NonemptyListOf<name, ",">  -- violation
    | STATUS &Word name                          -- status
    | ~(ExpectationWord Word) Actions            -- occur
  // Where no word follows, these are the names of actions.
  ExpectationWord = ONLY | PENDING | VIOLATION | STATUS
  Word = word | quotedName | text

  // ==== names, numbers, texts =========================================================================================

  // A letter or ${"`"}_${"`"}, then letters, digits, ${"`"}_${"`"}; anything at all in backticks. Letters are those of any script, with their
  // combining marks: which characters beyond ASCII are letters is Unicode's to say, and not said here.
  name = bareName | quotedName
  bareName  (a name) = ~reserved word
  quotedName  (a name in backticks) = "${"`"}" (~("${"`"}" | lineBreak) any)+ "${"`"}"
  word = nameStart namePart*
  nameStart = lower | capital | "_" | beyondAscii
  namePart = nameStart | digit
  lower := "a".."z"
  capital = "A".."Z"
  beyondAscii = ~(whiteSpace | superscript | "·" | "•" | "◂") "\u{80}".."\u{10FFFF}"

  // A unit follows its number without space: 85.5C   -5   9.8m/s^2
  number  (a number) = "-"? digit+ ("." digit+)? exponent? unit? ~namePart
  exponent = ("e" | "E") ("+" | "-")? digit+
  decimal  (a number) = "-"? digit+ ("." digit+)?
  // AT MOST 2 OF …
  wholeNumber  (a whole number) = digit+ ~("." digit) ~unit ~namePart

  // km   kWh   °C   m/s^2   USD/kWh
  unit  (a unit) = unitPart unitFactor*
  // ${"`"}10m/min(a, b)${"`"} divides by a function's value, ${"`"}10m/s.x${"`"} by that of a path.
  unitFactor = ("/" | "*" | "·") unitSymbol ~("(" | "[" | "::" | "." (nameStart | "${"`"}")) power?
  unitPart = unitSymbol power?
  power
    = "^" "-"? digit+ ~("." digit) ~namePart  -- caret
    | superscript+ ~namePart                  -- superscript
  superscript = "⁰" | "¹" | "²" | "³" | "⁴" | "⁵" | "⁶" | "⁷" | "⁸" | "⁹" | "⁻"

  // On one line, with the escapes of JSON.
  text  (a text in quotes) = "\"" textCharacter* "\""
  textCharacter
    = "\\u" hexDigit hexDigit hexDigit hexDigit               -- code
    | "\\" ("\"" | "\\" | "/" | "b" | "f" | "n" | "r" | "t")  -- escape
    | ~("\"" | "\\" | lineBreak) any                          -- plain

  // What else may stand in a role.
  sign = ~foreignSign ("(" | ")" | "[" | "]" | "{" | "}" | "," | ":" | "." | "|" | "=" | "!=" | "<" | ">" | "+" | "-"
    | "*" | "/" | "?")
  // Signs of other languages are mistakes wherever words are read.
  foreignSign = "->" | "<>" | "=<" | ":=" | "||" | "===" | "!=="

  // ==== white space and comments ======================================================================================

  // A comment begins at ${"`"}#${"`"} or ${"`"}//${"`"} behind white space and ends with its line; it may stand wherever white space may.
  space
    := (blank | lineBreak) comment?  -- before
    | foreignSpace                   -- foreign
  comment = ("#" | "//") (~lineBreak any)*
  // Nothing but white space and a comment before the line ends.
  restOfLine = (blank comment?)* lineBreak

  whiteSpace = rowSpace | lineBreak
  rowSpace = blank | foreignSpace
  visible = ~whiteSpace any
  lineBreak = "\r" | "\n"
  blank = ~lineBreak "\u{0}".." "
  // What word processors leave behind.
  foreignSpace
    = "\u{7F}".."\u{A0}" | "\u{1680}" | "\u{2000}".."\u{200A}" | "\u{2028}" | "\u{2029}" | "\u{202F}" | "\u{205F}"
    | "\u{3000}" | "\u{FEFF}"

  // ==== words of the language =========================================================================================

  // A word of ASCII, in any case. The lookahead keeps out what Unicode takes for another form of such a letter.
  keyword<letters> = &((lower | capital)+ ~namePart) letters ~namePart

  // ---- from here on made by scripts/generate-grammar.ts, from the tables of sections, keywords and units -------------

  capitalKeyword = (
    "INTENT" | "IMPORT" | "ACTOR" | "CONTEXT" | "ASSUMPTION" | "RULE" | "CONSTRAINT" | "IMPACT" | "TRACE" | "REVIEW"
    | "EXAMPLE"
  ) ~headerPart
  anyCaseKeyword = (
    caseInsensitive<"INTENT"> | caseInsensitive<"IMPORT"> | caseInsensitive<"ACTOR"> | caseInsensitive<"CONTEXT">
    | caseInsensitive<"ASSUMPTION"> | caseInsensitive<"RULE"> | caseInsensitive<"CONSTRAINT">
    | caseInsensitive<"IMPACT"> | caseInsensitive<"TRACE"> | caseInsensitive<"REVIEW"> | caseInsensitive<"EXAMPLE">
  ) ~headerPart

  // Never names. All other keywords are names where they are not expected.
  reserved = keyword<(
    caseInsensitive<"IF"> | caseInsensitive<"THEN"> | caseInsensitive<"ELSE"> | caseInsensitive<"AND">
    | caseInsensitive<"OR"> | caseInsensitive<"NOT"> | caseInsensitive<"IN"> | caseInsensitive<"FOR">
    | caseInsensitive<"WHILE"> | caseInsensitive<"MATCH"> | caseInsensitive<"LET"> | caseInsensitive<"SET">
    | caseInsensitive<"TRUE"> | caseInsensitive<"FALSE"> | caseInsensitive<"NULL"> | "UNKNOWN"
  )>

  IF  (IF) = keyword<caseInsensitive<"IF">>
  THEN  (THEN) = keyword<caseInsensitive<"THEN">>
  ELSE  (ELSE) = keyword<caseInsensitive<"ELSE">>
  AND  (AND) = keyword<caseInsensitive<"AND">>
  OR  (OR) = keyword<caseInsensitive<"OR">>
  NOT  (NOT) = keyword<caseInsensitive<"NOT">>
  IN  (IN) = keyword<caseInsensitive<"IN">>
  FOR  (FOR) = keyword<caseInsensitive<"FOR">>
  WHILE  (WHILE) = keyword<caseInsensitive<"WHILE">>
  MATCH  (MATCH) = keyword<caseInsensitive<"MATCH">>
  LET  (LET) = keyword<caseInsensitive<"LET">>
  SET  (SET) = keyword<caseInsensitive<"SET">>
  TRUE  (TRUE) = keyword<caseInsensitive<"TRUE">>
  FALSE  (FALSE) = keyword<caseInsensitive<"FALSE">>
  NULL  (NULL) = keyword<caseInsensitive<"NULL">>
  UNKNOWN  (UNKNOWN) = keyword<"UNKNOWN">
  WHERE  (WHERE) = keyword<caseInsensitive<"WHERE">>
  MAX  (MAX) = keyword<caseInsensitive<"MAX">>
  WHEN  (WHEN) = keyword<caseInsensitive<"WHEN">>
  UNLESS  (UNLESS) = keyword<caseInsensitive<"UNLESS">>
  FAILSAFE  (FAILSAFE) = keyword<caseInsensitive<"FAILSAFE">>
  ANY  (ANY) = keyword<caseInsensitive<"ANY">>
  ALL  (ALL) = keyword<caseInsensitive<"ALL">>
  NONE  (NONE) = keyword<caseInsensitive<"NONE">>
  SATISFIES  (SATISFIES) = keyword<caseInsensitive<"SATISFIES">>
  BETWEEN  (BETWEEN) = keyword<caseInsensitive<"BETWEEN">>
  IS  (IS) = keyword<caseInsensitive<"IS">>
  MISSING  (MISSING) = keyword<caseInsensitive<"MISSING">>
  KNOWN  (KNOWN) = keyword<caseInsensitive<"KNOWN">>
  CONTAINS  (CONTAINS) = keyword<caseInsensitive<"CONTAINS">>
  STARTS  (STARTS) = keyword<caseInsensitive<"STARTS">>
  ENDS  (ENDS) = keyword<caseInsensitive<"ENDS">>
  WITH  (WITH) = keyword<caseInsensitive<"WITH">>
  MATCHES  (MATCHES) = keyword<caseInsensitive<"MATCHES">>
  MOD  (MOD) = keyword<caseInsensitive<"MOD">>
  MAY  (MAY) = keyword<caseInsensitive<"MAY">>
  APPROVES  (APPROVES) = keyword<caseInsensitive<"APPROVES">>
  NEVER  (NEVER) = keyword<caseInsensitive<"NEVER">>
  ALWAYS  (ALWAYS) = keyword<caseInsensitive<"ALWAYS">>
  AT  (AT) = keyword<caseInsensitive<"AT">>
  MOST  (MOST) = keyword<caseInsensitive<"MOST">>
  OF  (OF) = keyword<caseInsensitive<"OF">>
  PER  (PER) = keyword<caseInsensitive<"PER">>
  EXACTLY  (EXACTLY) = keyword<caseInsensitive<"EXACTLY">>
  ONE  (ONE) = keyword<caseInsensitive<"ONE">>
  REQUIRES  (REQUIRES) = keyword<caseInsensitive<"REQUIRES">>
  BEFORE  (BEFORE) = keyword<caseInsensitive<"BEFORE">>
  LOOP  (LOOP) = keyword<caseInsensitive<"LOOP">>
  RAISES  (RAISES) = keyword<caseInsensitive<"RAISES">>
  LOWERS  (LOWERS) = keyword<caseInsensitive<"LOWERS">>
  SETS  (SETS) = keyword<caseInsensitive<"SETS">>
  BY  (BY) = keyword<caseInsensitive<"BY">>
  TO  (TO) = keyword<caseInsensitive<"TO">>
  GIVEN  (GIVEN) = keyword<caseInsensitive<"GIVEN">>
  FILE  (FILE) = keyword<caseInsensitive<"FILE">>
  EXPECT  (EXPECT) = keyword<caseInsensitive<"EXPECT">>
  ONLY  (ONLY) = keyword<caseInsensitive<"ONLY">>
  NOTHING  (NOTHING) = keyword<caseInsensitive<"NOTHING">>
  VIOLATION  (VIOLATION) = keyword<caseInsensitive<"VIOLATION">>
  STATUS  (STATUS) = keyword<caseInsensitive<"STATUS">>
  PENDING  (PENDING) = keyword<caseInsensitive<"PENDING">>
  FRESH  (FRESH) = keyword<caseInsensitive<"FRESH">>
  NUMBER  (NUMBER) = keyword<caseInsensitive<"NUMBER">>
  INTEGER  (INTEGER) = keyword<caseInsensitive<"INTEGER">>
  BOOLEAN  (BOOLEAN) = keyword<caseInsensitive<"BOOLEAN">>
  TEXT  (TEXT) = keyword<caseInsensitive<"TEXT">>
  TIME  (TIME) = keyword<caseInsensitive<"TIME">>
  DELTA  (DELTA) = keyword<caseInsensitive<"DELTA">>

  unitSymbol = (
    "arcmin" | "arcsec" | "cmH2O" | "Gbit" | "Gbps" | "Mbit" | "Mbps" | "Mohm" | "Tbit" | "Tbps" | "kbit" | "kbps"
    | "kcal" | "kmol" | "kohm" | "mbar" | "mmHg" | "mmol" | "mohm" | "mrad" | "umol" | "µmol" | "μmol" | "AED" | "AFN"
    | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND"
    | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "Btu" | "CAD" | "CDF" | "CHE" | "CHF" | "CHW"
    | "CLF" | "CLP" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP"
    | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GHz" | "GIP" | "GMD" | "GNF" | "GPa" | "GTQ"
    | "GWh" | "GYD" | "GiB" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD"
    | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "KiB" | "LAK" | "LBP"
    | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MBq" | "MDL" | "MGA" | "MHz" | "MKD" | "MMK" | "MNT" | "MOP" | "MPa"
    | "MRU" | "MUR" | "MVA" | "MVR" | "MWK" | "MWh" | "MXN" | "MXV" | "MYR" | "MZN" | "MiB" | "NAD" | "NGN" | "NIO"
    | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "PiB" | "QAR" | "RON"
    | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP"
    | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "TiB"
    | "UAH" | "UGX" | "USD" | "USN" | "UYI" | "UYU" | "UYW" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAD"
    | "XAF" | "XAG" | "XAU" | "XBA" | "XBB" | "XBC" | "XBD" | "XCD" | "XCG" | "XDR" | "XOF" | "XPD" | "XPF" | "XPT"
    | "XSU" | "XUA" | "YER" | "ZAR" | "ZMW" | "ZWG" | "atm" | "bar" | "bit" | "bpm" | "bps" | "cal" | "deg" | "gal"
    | "hPa" | "kBq" | "kHz" | "kPa" | "kVA" | "kWh" | "klx" | "kmh" | "lbf" | "mAh" | "mGy" | "mSv" | "mcg" | "min"
    | "mol" | "mph" | "nmi" | "ohm" | "pct" | "ppm" | "psi" | "rad" | "rpm" | "uSv" | "µSv" | "μSv" | "Ah" | "Bq"
    | "GB" | "GJ" | "GW" | "Gy" | "Hz" | "MB" | "MJ" | "MN" | "MW" | "MΩ" | "MΩ" | "PB" | "Pa" | "Sv" | "TB" | "VA"
    | "Wb" | "Wh" | "cd" | "cm" | "dL" | "dl" | "dm" | "ft" | "ha" | "in" | "kA" | "kB" | "kJ" | "kN" | "kV" | "kW"
    | "kg" | "km" | "kn" | "kΩ" | "kΩ" | "lb" | "lm" | "lx" | "mA" | "mH" | "mL" | "mS" | "mT" | "mV" | "mW" | "mg"
    | "mi" | "ml" | "mm" | "ms" | "mΩ" | "mΩ" | "nm" | "ns" | "oz" | "uA" | "uH" | "uL" | "uS" | "uT" | "uV" | "ug"
    | "ul" | "um" | "us" | "wk" | "yd" | "°C" | "°F" | "µA" | "µH" | "µL" | "µS" | "µT" | "µV" | "µg" | "µl" | "µm"
    | "µs" | "μA" | "μH" | "μL" | "μS" | "μT" | "μV" | "μg" | "μl" | "μm" | "μs" | "%" | "A" | "B" | "C" | "F" | "H"
    | "J" | "K" | "L" | "N" | "S" | "T" | "V" | "W" | "d" | "g" | "h" | "l" | "m" | "s" | "t" | "°" | "Ω" | "‰" | "℃"
    | "℉" | "Ω"
  ) ~namePart
}
`) as OmegaGrammar;
