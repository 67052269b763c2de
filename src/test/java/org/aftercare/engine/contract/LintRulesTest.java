package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * bpmnlint says the same as the contract, as far as it can: every rule is told there or has a
 * reason why not, and what its tests break breaks the contract's rule of that name at that element.
 */
class LintRulesTest {

  private static final Path LINT = Path.of("src/lint");
  private static final Path MODELS = Path.of("bpmn");
  private static final String OURS = "aftercare/";
  private static final ModelVocabulary VOCABULARY = ProductVocabulary.read();
  private static final DeployedModels RELEASED = new ReleasedModels();

  @Test
  void everyRuleIsLintedOrHasAReasonWhyNot() throws IOException {
    JsonNode choices = read(LINT.resolve("choices.json")).path("contract");
    Set<String> told = new TreeSet<>();
    Set<String> chosen = new TreeSet<>();
    choices
        .properties()
        .forEach(
            choice -> {
              chosen.add(choice.getKey());
              if (choice.getValue().has("rule")) {
                assertThat(choice.getValue().path("rule").asText())
                    .isEqualTo(OURS + choice.getKey());
                told.add(OURS + choice.getKey());
              } else {
                assertThat(choice.getValue().path("not").asText())
                    .as("why bpmnlint does not tell %s", choice.getKey())
                    .isNotBlank();
              }
            });
    Set<String> configured = new TreeSet<>();
    read(MODELS.resolve(".bpmnlintrc"))
        .path("rules")
        .fieldNames()
        .forEachRemaining(
            rule -> {
              if (rule.startsWith(OURS)) {
                configured.add(rule);
              }
            });

    assertThat(chosen)
        .as("src/lint/choices.json names each rule of the contract")
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(ModelContract.ruleIds()));
    assertThat(configured)
        .as("bpmn/.bpmnlintrc sets what src/lint/choices.json says")
        .isEqualTo(told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaches")
  void theContractFindsWhatIsLinted(Breach breach) throws IOException {
    Path path = MODELS.resolve(breach.file());
    String broken = Files.readString(path).replace(breach.replaced(), breach.by());

    List<Finding> findings =
        new ModelContract()
            .checkPart(
                List.of(
                    new ModelFile(
                        path.toString().replace('\\', '/'),
                        broken.getBytes(StandardCharsets.UTF_8))),
                VOCABULARY,
                RELEASED);

    assertThat(findings)
        .as(() -> String.join("\n", findings.stream().map(Finding::describe).toList()))
        .anyMatch(
            finding ->
                finding.rule().equals(breach.rule())
                    && finding.elementId().equals(breach.element()));
  }

  static Stream<Breach> breaches() throws IOException {
    List<Breach> breaches = new ArrayList<>();
    for (JsonNode breach : read(LINT.resolve("test/breaks.json"))) {
      breaches.add(
          new Breach(
              breach.path("rule").asText(),
              breach.path("file").asText(),
              breach.path("element").asText(),
              breach.path("replace").asText(),
              breach.path("by").asText()));
    }
    return breaches.stream();
  }

  /** One edit of one of our models, which breaks one rule at one element. */
  record Breach(String rule, String file, String element, String replaced, String by) {

    @Override
    public String toString() {
      return rule + " at " + element + ": " + (by.isEmpty() ? "without " + replaced : by);
    }
  }

  private static JsonNode read(Path path) throws IOException {
    return new ObjectMapper().readTree(path.toFile());
  }
}
