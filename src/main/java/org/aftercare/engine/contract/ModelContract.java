package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks models against all rules. */
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

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparing(Finding::elementId)
          .thenComparing(Finding::rule);

  /** The ids of all rules. */
  static List<String> ruleIds() {
    return RULES.stream().map(ModelRule::id).toList();
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

  private static List<Finding> check(ModelSet models) {
    List<Finding> findings = new ArrayList<>();
    RULES.forEach(rule -> rule.check(models, findings::add));
    findings.sort(BY_PLACE);
    return findings;
  }
}
