package org.aftercare.engine.contract;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A DMN file: a decision and those that it requires. */
final class DecisionModel {

  private final ModelFile file;
  private final XmlTree xml;
  private final DmnModelInstance model;

  private DecisionModel(ModelFile file, XmlTree xml, DmnModelInstance model) {
    this.file = file;
    this.xml = xml;
    this.model = model;
  }

  static DecisionModel read(ModelFile file) throws UnreadableModelException {
    XmlTree xml = XmlTree.parse(file);
    try {
      return new DecisionModel(
          file, xml, Dmn.readModelFromStream(new ByteArrayInputStream(file.content())));
    } catch (ModelException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new UnreadableModelException(cause.getMessage());
    }
  }

  ModelFile file() {
    return file;
  }

  XmlTree xml() {
    return xml;
  }

  List<Decision> decisions() {
    return List.copyOf(model.getModelElementsByType(Decision.class));
  }

  Optional<Decision> decision(String id) {
    return decisions().stream().filter(decision -> id.equals(decision.getId())).findFirst();
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  static Optional<DecisionTable> table(Decision decision) {
    return decision.getExpression() instanceof DecisionTable table
        ? Optional.of(table)
        : Optional.empty();
  }

  /** The values that a decision with one output can have, as its rows say. */
  static Set<Object> values(Decision decision) {
    return table(decision).stream()
        .flatMap(table -> table.getRules().stream())
        .flatMap(rule -> rule.getOutputEntries().stream().limit(1))
        .map(DecisionModel::value)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** The type of the decision's first output. */
  static Optional<String> type(Decision decision) {
    return table(decision)
        .flatMap(table -> table.getOutputs().stream().findFirst())
        .map(Output::getTypeRef);
  }

  private static Optional<Object> value(OutputEntry entry) {
    String text = entry.getTextContent().strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      return Optional.of(text.substring(1, text.length() - 1));
    }
    if (Arrays.asList("true", "false").contains(text)) {
      return Optional.of(Boolean.valueOf(text));
    }
    return text.matches("-?\\d+") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
