package org.aftercare.warranty.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** One decision of {@code bpmn/}, evaluated by the plain decision engine. */
final class DecisionTable {

  private final DmnEngine engine;
  private final DmnDecision decision;

  private DecisionTable(DmnEngine engine, DmnDecision decision) {
    this.engine = engine;
    this.decision = decision;
  }

  static DecisionTable of(String file, String decision) {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (var stream = Files.newInputStream(Path.of("bpmn").resolve(file))) {
      return new DecisionTable(engine, engine.parseDecision(decision, stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only value of the only row, as a rule task with {@code singleEntry} sees it. */
  @SuppressWarnings("unchecked")
  <T> T decide(Map<String, Object> facts) {
    return (T) engine.evaluateDecision(decision, facts).getSingleEntry();
  }

  /** All values of the only row. */
  Map<String, Object> row(Map<String, Object> facts) {
    return engine.evaluateDecision(decision, facts).getSingleResult().getEntryMap();
  }
}
