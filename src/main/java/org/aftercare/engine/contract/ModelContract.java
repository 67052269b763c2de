package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks models against all rules, and whether the engine itself would have them. */
final class ModelContract {

  private static final List<ModelRule> RULES =
      List.of(
          new ReadableRule(),
          new FileNameRule(),
          new MeaningfulIdRule(),
          new NodeLabelRule(),
          new TaskLabelRule(),
          new GatewayQuestionRule(),
          new NamedWayRule(),
          new DefaultWayRule(),
          new HistoryTimeToLiveRule(),
          new NoCodeRule(),
          new AllowedExpressionRule(),
          new DelegateRule(),
          new StepSettingRule(),
          new UnusedDelegateRule(),
          new ListenerRule(),
          new VariableRule(),
          new TimerRule(),
          new MessageNameRule(),
          new UnusedMessageRule(),
          new ErrorCodeRule(),
          new SavepointRule(),
          new NeedlessSavepointRule(),
          new CalledProcessRule(),
          new BusinessKeyRule(),
          new CallMappingRule(),
          new UserTaskRule(),
          new CandidateGroupRule(),
          new FormReferenceRule(),
          new FormVariableRule(),
          new FormComponentRule(),
          new FormFreeTextRule(),
          new FormResultRule(),
          new UnusedFormRule(),
          new DecisionReferenceRule(),
          new DecisionTableRule(),
          new DecisionDiagramRule(),
          new DiagramCompleteRule(),
          new DiagramInsideRule(),
          new DiagramOverlapRule());

  /**
   * What a change of one model can break in another. The last two are about what code may give,
   * too, which no model shows: they tell only what a change makes worse.
   */
  private static final List<ModelRule> REFERRER_RULES =
      List.of(
          new ErrorCodeRule(),
          new CalledProcessRule(),
          new CallMappingRule(),
          new CandidateGroupRule(),
          new FormReferenceRule(),
          new FormVariableRule(),
          new DecisionReferenceRule(),
          new DecisionInputRule(),
          new FormAnswerRule());

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparing(Finding::elementId)
          .thenComparing(Finding::rule);

  private final EngineRefusals refusals = new EngineRefusals();

  /** The ids of all rules for models by themselves. */
  static List<String> ruleIds() {
    return RULES.stream().map(ModelRule::id).toList();
  }

  /** The ids of all rules for what a change of one model breaks in another. */
  static List<String> referrerRuleIds() {
    return REFERRER_RULES.stream().map(ModelRule::id).toList();
  }

  /** All models of the product, with what the code offers that no model uses. */
  List<Finding> checkWhole(List<ModelFile> files, ModelVocabulary vocabulary) {
    return check(ModelSet.whole(files, vocabulary));
  }

  /** Some models, which may refer to deployed ones. */
  List<Finding> checkPart(
      List<ModelFile> files, ModelVocabulary vocabulary, DeployedModels deployed) {
    return check(ModelSet.part(files, vocabulary, deployed));
  }

  /**
   * Some models that change while the code stays as it is: with what the engine itself would
   * refuse, and with what they would break in the processes that refer to them. What is wrong with
   * those already is not held against the change.
   */
  List<Finding> checkChange(
      List<ModelFile> files, ModelVocabulary vocabulary, DeployedModels deployed) {
    ModelSet models = ModelSet.part(files, vocabulary, deployed);
    Set<Finding> findings = new LinkedHashSet<>(find(models, RULES));
    List<ModelFile> referrers = models.referrers();
    if (!referrers.isEmpty()) {
      Set<Finding> broken = new LinkedHashSet<>(find(models.after(referrers), REFERRER_RULES));
      find(models.before(referrers), REFERRER_RULES).forEach(broken::remove);
      findings.addAll(broken);
    }
    return withRefusals(refusals.find(files), findings);
  }

  /**
   * The engine's word on a file that cannot be read says why already, and so does its word on
   * history without an end.
   */
  private static List<Finding> withRefusals(List<Finding> refused, Set<Finding> findings) {
    Set<String> files = refused.stream().map(Finding::file).collect(Collectors.toSet());
    Set<String> endless =
        refused.stream()
            .filter(HistoryTimeToLiveRule::isToldBy)
            .map(Finding::file)
            .collect(Collectors.toSet());
    return Stream.concat(
            refused.stream(),
            findings.stream()
                .filter(
                    finding ->
                        !finding.rule().equals(ReadableRule.ID) || !files.contains(finding.file()))
                .filter(
                    finding ->
                        !finding.rule().equals(HistoryTimeToLiveRule.ID)
                            || !endless.contains(finding.file())))
        .sorted(BY_PLACE)
        .toList();
  }

  private static List<Finding> check(ModelSet models) {
    return find(models, RULES).stream().sorted(BY_PLACE).toList();
  }

  private static List<Finding> find(ModelSet models, List<ModelRule> rules) {
    List<Finding> findings = new ArrayList<>();
    for (ModelRule rule : rules) {
      try {
        rule.check(models, findings::add);
      } catch (RuntimeException | StackOverflowError e) {
        findings.add(rule.unjudged("All files", e));
      }
    }
    return findings;
  }
}
