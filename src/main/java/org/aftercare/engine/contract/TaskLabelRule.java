package org.aftercare.engine.contract;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;

/** A task is labelled with what is done to what. */
final class TaskLabelRule extends ProcessRule {

  private static final Pattern VERB_AND_OBJECT = Pattern.compile("\\p{Lu}\\S*(\\s+\\S+)+");

  TaskLabelRule() {
    super("task-label", "A verb and an object tell whoever gets the task what to do.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    process.all(Activity.class).stream()
        .filter(task -> task.getName() != null && !task.getName().isBlank())
        .filter(task -> !VERB_AND_OBJECT.matcher(task.getName().strip()).matches())
        .forEach(
            task ->
                findings.accept(
                    finding(
                        process,
                        task,
                        "The label is not a verb and an object.",
                        "Word it like \"Reserve the part\", with a capital first.")));
  }
}
