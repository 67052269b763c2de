package org.aftercare.engine.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aftercare.engine.StaffLogins;
import org.aftercare.testing.Batches;
import org.aftercare.testing.HandOverCopy;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a change would do to cases that are under way, in the product's own engine. */
@WebTest
class ModelTrialsTest {

  private static final StaffLogins.Login ADMIN =
      new StaffLogins.Login("admin", Set.of(StaffLogins.ADMINISTRATORS));
  private static final StaffLogins.Login OPERATIONS =
      new StaffLogins.Login("olof", Set.of("operations"));
  private static final StaffLogins.Login CLAIMS = new StaffLogins.Login("klara", Set.of("claims"));

  private static final String SURVEY = "survey-copy";

  @Autowired private ModelTrials trials;
  @Autowired private ModelDeployments deployments;
  @Autowired private CaseMoves moves;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private ProcessEngineConfigurationImpl engine;

  @AfterEach
  void takeEverythingBack() {
    Stream.of(HandOverCopy.ID, SURVEY)
        .flatMap(
            id ->
                repository.createProcessDefinitionQuery().processDefinitionKey(id).list().stream())
        .map(version -> version.getDeploymentId())
        .distinct()
        .forEach(id -> repository.deleteDeployment(id, true, true, true));
  }

  @Test
  void aNewModelHasNothingToCompareWithAndNothingRunning() {
    Trial trial = tryOut(HandOverCopy.model());

    assertThat(trial.remarks()).isEmpty();
    assertThat(trial.isDeployable()).isTrue();
    TriedModel model = trial.models().get(0);
    assertThat(model.state()).isEqualTo(TriedModel.State.NEW);
    assertThat(model.comparison()).isEmpty();
    assertThat(model.running()).isEmpty();
    assertThat(model.migrations()).isEmpty();
  }

  @Test
  void casesAtAStepThatStaysCanMove() {
    deploy(HandOverCopy.model());
    begin("W-TRY0-0001");
    begin("W-TRY0-0002");

    TriedModel model = tryOut(HandOverCopy.edited()).models().get(0);

    assertThat(model.state()).isEqualTo(TriedModel.State.CHANGED);
    assertThat(model.comparison().orElseThrow().changes())
        .extracting(ElementChange::elementId)
        .containsExactly("TalkToCustomer");
    assertThat(model.running()).hasSize(1);
    assertThat(model.runningAt("TalkToCustomer")).isEqualTo(2);
    assertThat(model.migrations())
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.fromVersion()).isEqualTo(1);
              assertThat(proposal.toVersion()).isEqualTo(2);
              assertThat(proposal.movable()).isEqualTo(2);
              assertThat(proposal.unmovable()).isEmpty();
              assertThat(proposal.isWhole()).isTrue();
            });
  }

  @Test
  void casesAtAStepThatIsGoneCannotMoveAndTheirNumbersSayWho() {
    deploy(HandOverCopy.model());
    begin("W-TRY0-0003");

    TriedModel model = tryOut(HandOverCopy.withAnotherStep()).models().get(0);

    assertThat(model.changeOf("TalkToCustomer").orElseThrow().kind())
        .isEqualTo(ElementChange.Kind.REMOVED);
    MigrationProposal proposal = model.migrations().get(0);
    assertThat(proposal.movable()).isZero();
    assertThat(proposal.unmovable())
        .containsExactly(
            new MigrationProposal.Unmovable(
                "W-TRY0-0003",
                List.of(
                    "It is at “Talk to the customer” (TalkToCustomer), which the new version does"
                        + " not have.")));
  }

  @Test
  void aTrialLeavesNothingBehind() {
    deploy(HandOverCopy.model());
    begin("W-TRY0-0004");
    long deploymentsBefore = repository.createDeploymentQuery().count();
    long versionsBefore = repository.createProcessDefinitionQuery().count();
    Set<String> cachedBefore = cached();
    Set<String> registeredBefore = management.getRegisteredDeployments();
    long jobDefinitions = management.createJobDefinitionQuery().count();

    assertThat(
            trials
                .tryOut(
                    List.of(
                        upload(HandOverCopy.FILE, HandOverCopy.edited()),
                        changed("bpmn/warranty/approver.dmn"),
                        changed("bpmn/shared/talk-to-customer.form")))
                .refused())
        .isFalse();

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(deploymentsBefore);
    assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(versionsBefore);
    assertThat(management.createJobDefinitionQuery().count()).isEqualTo(jobDefinitions);
    assertThat(management.getRegisteredDeployments()).isEqualTo(registeredBefore);
    Set<String> left = cached();
    left.removeAll(cachedBefore);
    assertThat(left)
        .as("what is in memory is on the server, too")
        .allSatisfy(id -> assertThat(exists(id)).as(id).isTrue());
    assertThat(
            runtime.createProcessInstanceQuery().processInstanceBusinessKey("W-TRY0-0004").count())
        .isEqualTo(1);
  }

  @Test
  void whatTheGuardWouldSayIsSaidWithoutAPlan() {
    deploy(HandOverCopy.model());
    begin("W-TRY0-0005");

    Trial trial = tryOut(HandOverCopy.edited().replace("${beginHandOver}", "${beginNothing}"));

    assertThat(trial.refused()).isTrue();
    assertThat(trial.isDeployable()).isFalse();
    assertThat(trial.remarks())
        .anySatisfy(
            remark -> {
              assertThat(remark.elementId()).isEqualTo("BeginHandOver");
              assertThat(remark.elementName()).isEqualTo("Hand the case over");
              assertThat(remark.problem()).contains("beginNothing");
              assertThat(remark.remedy()).isNotBlank();
              assertThat(remark.byEngine()).isFalse();
            });
    assertThat(trial.models().get(0).comparison()).isPresent();
    assertThat(trial.models().get(0).runningAt("TalkToCustomer")).isEqualTo(1);
    assertThat(trial.models().get(0).migrations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml",
        "<a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><bpmn:process id=\"x\"/></bpmn:definitions>",
        "{\"id\": 7}"
      })
  void aBadFileIsRefusedInWords(String content) {
    for (String name : List.of("bad.bpmn", "bad.dmn", "bad.form")) {
      Trial trial = trials.tryOut(List.of(upload(name, content)));
      assertThat(trial.models()).as(name).hasSize(1);
      assertThat(trial.refused()).as(name).isTrue();
      assertThat(trial.remarks()).as(name).isNotEmpty();
    }
  }

  @Test
  void aFileThatIsNoModelIsNotDeployed() {
    Trial trial = trials.tryOut(List.of(upload("notes.txt", "Remember the milk.")));

    assertThat(trial.models().get(0).kind()).isEqualTo(TriedModel.Kind.OTHER);
    assertThat(trial.isDeployable()).isFalse();
  }

  @Test
  void tablesAndFormsNameTheProcessesThatUseThem() {
    Trial trial =
        trials.tryOut(
            List.of(
                changed("bpmn/warranty/approver.dmn"),
                changed("bpmn/shared/talk-to-customer.form")));

    assertThat(trial.models().get(0).referrers()).containsExactly("claim-remedy");
    assertThat(trial.models().get(1).referrers()).containsExactly("hand-over");
    assertThat(trial.models()).extracting(TriedModel::state).containsOnly(TriedModel.State.CHANGED);
  }

  @Test
  void whatIsTheSameIsNotDeployedAgain() {
    Trial trial = trials.tryOut(List.of(product("bpmn/shared/survey.bpmn")));

    assertThat(trial.models().get(0).state()).isEqualTo(TriedModel.State.UNCHANGED);
    assertThat(trial.isDeployable()).isFalse();
    assertThatExceptionOfType(ChangeRefusedException.class)
        .isThrownBy(() -> deployments.deploy(List.of(product("bpmn/shared/survey.bpmn")), ADMIN))
        .withMessageContaining("no file differs");
  }

  @Test
  void aDeploymentIsPersonalAndGuarded() {
    assertThatExceptionOfType(ChangeRefusedException.class)
        .isThrownBy(() -> deployments.deploy(files(HandOverCopy.model()), OPERATIONS))
        .withMessageContaining("not deploy");
    assertThatExceptionOfType(ChangeRefusedException.class)
        .isThrownBy(
            () ->
                deployments.deploy(
                    files(HandOverCopy.model().replace("${beginHandOver}", "${beginNothing}")),
                    ADMIN))
        .withMessageContaining("BeginHandOver");
    assertThat(deployments.deploy(files(HandOverCopy.model()), ADMIN).processes())
        .containsExactly(new DeployedChange.Version(HandOverCopy.ID, 1));
  }

  @Test
  void casesMoveInABatchAndThoseThatCannotAreLeft() {
    deploy(HandOverCopy.model());
    String moving = begin("W-TRY0-0006");
    begin("W-TRY0-0007");
    deployments.deploy(files(HandOverCopy.edited()), ADMIN);
    assertThatExceptionOfType(ChangeRefusedException.class)
        .isThrownBy(() -> moves.move(HandOverCopy.ID, CLAIMS))
        .withMessageContaining("not move");

    List<Move> begun = moves.move(HandOverCopy.ID, OPERATIONS);

    assertThat(begun).hasSize(1);
    assertThat(begun.get(0).cases()).isEqualTo(2);
    String batch = begun.get(0).batchId();
    assertThat(moves.progress(batch).orElseThrow().isOver()).isFalse();
    Batches.run(management);
    assertThat(moves.progress(batch).orElseThrow()).isEqualTo(new MoveProgress(batch, 2, 2, 0));
    assertThat(moves.progress("no-such-batch")).isEmpty();
    assertThat(version(moving)).isEqualTo(2);
    assertThat(moves.proposals(HandOverCopy.ID)).isEmpty();

    deployments.deploy(files(HandOverCopy.withAnotherStep()), ADMIN);
    assertThat(moves.move(HandOverCopy.ID, OPERATIONS)).isEmpty();
    assertThat(moves.proposals(HandOverCopy.ID).get(0).unmovable()).hasSize(2);
  }

  @Test
  void aTimerKeepsItsTimeWhenItsCaseMoves() {
    String file = SURVEY + ".bpmn";
    String model = survey();
    repository.createDeployment().addString(file, model).deploy();
    String waiting =
        runtime
            .createProcessInstanceByKey(SURVEY)
            .businessKey("W-TRY0-0008")
            .startBeforeActivity("AwaitSurvey")
            .execute(true, true)
            .getId();
    Job timer = management.createJobQuery().processInstanceId(waiting).singleResult();
    Date due = Date.from(Instant.parse("2030-01-02T03:04:05Z"));
    management.setJobDuedate(timer.getId(), due);
    deployments.deploy(
        List.of(upload(file, model.replace("Satisfaction survey", "How satisfied are you"))),
        ADMIN);

    moves.move(SURVEY, OPERATIONS);
    Batches.run(management);

    assertThat(version(waiting)).isEqualTo(2);
    assertThat(management.createJobQuery().processInstanceId(waiting).singleResult().getDuedate())
        .isEqualTo(due);
    runtime
        .createMessageCorrelation("SurveyAnswered")
        .processInstanceId(waiting)
        .correlateWithResult();
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(waiting).count()).isZero();
  }

  @Test
  void aSecondMoveWaitsForTheFirst() {
    deploy(HandOverCopy.model());
    begin("W-TRY0-0009");
    deployments.deploy(files(HandOverCopy.edited()), ADMIN);
    String first = moves.move(HandOverCopy.ID, OPERATIONS).get(0).batchId();

    assertThatExceptionOfType(ChangeRefusedException.class)
        .isThrownBy(() -> moves.move(HandOverCopy.ID, OPERATIONS))
        .withMessageContaining("another move is not over");

    Batches.run(management);
    assertThat(moves.progress(first).orElseThrow().isOver()).isTrue();
    assertThat(moves.move(HandOverCopy.ID, OPERATIONS)).isEmpty();
  }

  private int version(String instance) {
    return repository
        .getProcessDefinition(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId())
        .getVersion();
  }

  private Set<String> cached() {
    DeploymentCache cache = engine.getDeploymentCache();
    Set<String> ids = new TreeSet<>();
    ids.addAll(cache.getProcessDefinitionCache().keySet());
    ids.addAll(cache.getDecisionDefinitionCache().keySet());
    ids.addAll(cache.getDecisionRequirementsDefinitionCache().keySet());
    return ids;
  }

  private boolean exists(String id) {
    return repository.createProcessDefinitionQuery().processDefinitionId(id).count()
            + repository.createDecisionDefinitionQuery().decisionDefinitionId(id).count()
            + repository
                .createDecisionRequirementsDefinitionQuery()
                .decisionRequirementsDefinitionId(id)
                .count()
        == 1;
  }

  /** At the task, without the steps before it: no case of that number exists. */
  private String begin(String caseNumber) {
    return runtime
        .createProcessInstanceByKey(HandOverCopy.ID)
        .businessKey(caseNumber)
        .startBeforeActivity("TalkToCustomer")
        .execute(true, true)
        .getId();
  }

  private Deployment deploy(String model) {
    return repository.createDeployment().addString(HandOverCopy.FILE, model).deploy();
  }

  private Trial tryOut(String model) {
    return trials.tryOut(files(model));
  }

  private static List<ModelUpload> files(String model) {
    return List.of(upload(HandOverCopy.FILE, model));
  }

  private static ModelUpload upload(String name, String content) {
    return new ModelUpload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static ModelUpload changed(String path) {
    ModelUpload as = product(path);
    return upload(as.name(), new String(as.content(), StandardCharsets.UTF_8) + "\n");
  }

  private static String survey() {
    return new String(product("bpmn/shared/survey.bpmn").content(), StandardCharsets.UTF_8)
        .replace("\"survey\"", "\"" + SURVEY + "\"");
  }

  private static ModelUpload product(String path) {
    try {
      return new ModelUpload(
          Path.of(path).getFileName().toString(), Files.readAllBytes(Path.of(path)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
