package org.aftercare.engine.contract;

import java.util.function.Consumer;

/** A file is called like what it holds: one process, decision or form. */
final class FileNameRule extends ModelRule {

  FileNameRule() {
    super("file-name", "Whoever meets an id in Cockpit or a log must find its file.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    models.processes().forEach(model -> check(model, findings));
    models
        .decisions()
        .forEach(
            model -> {
              if (model.decision(model.file().stem()).isEmpty()) {
                findings.accept(
                    finding(
                        model.file(),
                        model.file().stem(),
                        "",
                        "The file holds no decision of its own name.",
                        "Name the file after its main decision's id."));
              }
            });
    models
        .forms()
        .forEach(
            form -> {
              if (!form.id().equals(form.file().stem())) {
                findings.accept(
                    finding(
                        form.file(),
                        form.id(),
                        "",
                        form.id().isEmpty()
                            ? "The form has no id."
                            : "The form's id differs from the file's name.",
                        form.id().isEmpty()
                            ? "Set its id to %s.".formatted(form.file().stem())
                            : "Name the file %s.form.".formatted(form.id())));
              }
            });
  }

  private void check(ProcessModel model, Consumer<Finding> findings) {
    if (model.executable().size() != 1) {
      findings.accept(
          finding(
              model.file(),
              model.id(),
              "",
              "The file holds %d executable processes.".formatted(model.executable().size()),
              "Keep one executable process in one file."));
    } else if (!model.id().equals(model.file().stem())) {
      findings.accept(
          finding(
              model.file(),
              model.id(),
              model.executable().get(0).getName(),
              "The process's id differs from the file's name.",
              "Name the file " + model.id() + ".bpmn."));
    }
  }
}
