package org.aftercare.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a model says about one of its steps beside its delegate: the extension properties of the
 * element, so that one delegate serves many steps.
 */
public final class StepSettings {

  private final String element;
  private final Map<String, String> settings;

  private StepSettings(String element, Map<String, String> settings) {
    this.element = element;
    this.settings = settings;
  }

  /** The settings of the element that the execution is at. */
  public static StepSettings of(DelegateExecution execution) {
    return of(execution.getBpmnModelElementInstance());
  }

  static StepSettings of(BaseElement element) {
    Map<String, String> settings = new LinkedHashMap<>();
    ExtensionElements extensions = element.getExtensionElements();
    if (extensions != null) {
      for (CamundaProperties properties :
          extensions.getElementsQuery().filterByType(CamundaProperties.class).list()) {
        for (CamundaProperty property : properties.getCamundaProperties()) {
          settings.put(property.getCamundaName(), property.getCamundaValue());
        }
      }
    }
    return new StepSettings(element.getId(), settings);
  }

  /**
   * A setting that the step cannot do without.
   *
   * @throws IllegalStateException if the model lacks it
   */
  public String text(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The element %s lacks the extension property '%s'; add it to the model."
                        .formatted(element, name)));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(settings.get(name)).filter(text -> !text.isBlank());
  }

  /**
   * The settings whose names begin with a prefix, without it: {@code fact.reason} as {@code
   * reason}.
   */
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    settings.forEach(
        (name, text) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), text);
          }
        });
    return found;
  }
}
