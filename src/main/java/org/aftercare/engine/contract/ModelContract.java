package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  /** What a change of one model can break in another. */
  private static final List<ModelRule> REFERENCE_RULES =
      List.of(
          new ErrorCodeRule(),
          new CalledProcessRule(),
          new CallMappingRule(),
          new CandidateGroupRule(),
          new FormReferenceRule(),
          new FormVariableRule(),
          new DecisionReferenceRule());

  /**
   * What a table asks for and a gateway reads may come from code, which no model shows. So these
   * tell only what a change makes worse, and a release, whose code may have changed too, is not
   * held to them.
   */
  private static final List<ModelRule> CHANGE_RULES =
      List.of(new DecisionInputRule(), new FormAnswerRule());

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

  /**
   * Some models, which may refer to deployed ones, and what they would break in the processes that
   * refer to them. What is wrong with those already is not held against the deployment.
   */
  List<Finding> checkPart(
      List<ModelFile> files, ModelVocabulary vocabulary, DeployedModels deployed) {
    return check(ModelSet.part(files, vocabulary, deployed), REFERENCE_RULES);
  }

  /** As {@link #checkPart}, for models that change while the code stays as it is. */
  List<Finding> checkChange(
      List<ModelFile> files, ModelVocabulary vocabulary, DeployedModels deployed) {
    return check(
        ModelSet.part(files, vocabulary, deployed),
        Stream.concat(REFERENCE_RULES.stream(), CHANGE_RULES.stream()).toList());
  }

  private static List<Finding> check(ModelSet models, List<ModelRule> ofReferrers) {
    Set<Finding> findings = new LinkedHashSet<>(find(models, RULES));
    List<ModelFile> referrers = models.referrers();
    if (!referrers.isEmpty()) {
      Set<Finding> broken = new LinkedHashSet<>(find(models.after(referrers), ofReferrers));
      find(models.before(referrers), ofReferrers).forEach(broken::remove);
      findings.addAll(broken);
    }
    return findings.stream().sorted(BY_PLACE).toList();
  }

  private static List<Finding> check(ModelSet models) {
    return find(models, RULES).stream().sorted(BY_PLACE).toList();
  }

  private static List<Finding> find(ModelSet models, List<ModelRule> rules) {
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> rule.check(models, findings::add));
    return findings;
  }
}
