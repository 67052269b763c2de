package org.aftercare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;

/** One decision of {@code bpmn/}, evaluated by the plain decision engine. */
public final class DecisionTable {

  private final DmnEngine engine;
  private final DmnDecision decision;

  private DecisionTable(DmnEngine engine, DmnDecision decision) {
    this.engine = engine;
    this.decision = decision;
  }

  public static DecisionTable of(String file, String decision) {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(
        () -> new RememberingFeel(new ScalaFeelEngineFactory().createInstance()));
    DmnEngine engine = configuration.buildEngine();
    try (var stream = Files.newInputStream(Path.of("bpmn").resolve(file))) {
      return new DecisionTable(engine, engine.parseDecision(decision, stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only value of the only row, as a rule task with {@code singleEntry} sees it. */
  @SuppressWarnings("unchecked")
  public <T> T decide(Map<String, Object> facts) {
    return (T) engine.evaluateDecision(decision, facts).getSingleEntry();
  }

  /** All values of the only row. */
  public Map<String, Object> row(Map<String, Object> facts) {
    return engine.evaluateDecision(decision, facts).getSingleResult().getEntryMap();
  }

  /** The values of an output in all rows that apply, in the order of the table. */
  public <T> List<T> collect(String output, Map<String, Object> facts) {
    return engine.evaluateDecision(decision, facts).collectEntries(output);
  }
}
