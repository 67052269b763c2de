package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.w3c.dom.Element;

/** What the engine itself would refuse to deploy, in its own words. */
final class EngineRefusals {

  private static final String RULE = "engine";
  private static final String REASON = "Camunda 7.24 does not deploy it, here or anywhere";

  private EngineReader reader;

  /** Every refusal of every file, and of the files as one deployment. */
  List<Finding> find(List<ModelFile> files) {
    List<Finding> findings = new ArrayList<>();
    Map<String, ModelFile> holders = new HashMap<>();
    for (ModelFile file : files) {
      try {
        if (file.kind() == ModelFile.Kind.PROCESS || file.kind() == ModelFile.Kind.DECISION) {
          XmlTree.checkDepth(file);
        }
        for (String id : reader().read(file)) {
          ModelFile other = holders.putIfAbsent(id, file);
          if (other != null) {
            findings.add(
                finding(
                    file,
                    id.substring(id.indexOf(' ') + 1),
                    "%s holds the %s, too; the engine takes an id once in a deployment."
                        .formatted(other.path(), id),
                    "Give one of the two another id, or leave one file out."));
          }
        }
      } catch (ParseException e) {
        e.getResorceReports().stream()
            .flatMap(report -> report.getErrors().stream())
            .map(problem -> finding(file, problem))
            .forEach(findings::add);
      } catch (UnreadableModelException | RuntimeException e) {
        findings.add(finding(file, "", message(e), mend()));
      } catch (StackOverflowError e) {
        findings.add(finding(file, "", "Its elements are nested too deeply.", mend()));
      }
    }
    return findings;
  }

  /** Made when it is needed: a start of the product, which only deploys its own, needs none. */
  private synchronized EngineReader reader() {
    if (reader == null) {
      reader = new EngineReader();
    }
    return reader;
  }

  private static Finding finding(ModelFile file, Problem problem) {
    String id =
        Optional.ofNullable(problem.getMainElementId())
            .or(() -> problem.getElementIds().stream().findFirst())
            .orElse("");
    return finding(
        file, id, "%s (line %d)".formatted(problem.getMessage(), problem.getLine()), mend());
  }

  private static Finding finding(ModelFile file, String id, String problem, String remedy) {
    return new Finding(
        Finding.Nature.ENGINE, file.path(), id, name(file, id), RULE, problem, REASON, remedy);
  }

  private static String mend() {
    return "Mend it in Camunda Modeler, which marks the same place, and save it.";
  }

  private static String name(ModelFile file, String id) {
    if (id.isEmpty() || file.kind() == ModelFile.Kind.FORM) {
      return "";
    }
    List<String> names = new ArrayList<>();
    try {
      XmlTree.parse(file)
          .forEach(
              (Element element) -> {
                if (element.getAttribute("id").equals(id)) {
                  names.add(element.getAttribute("name"));
                }
              });
    } catch (UnreadableModelException | StackOverflowError e) {
      return "";
    }
    return names.isEmpty() ? "" : names.get(0);
  }

  /** The innermost message: those around it only say that something went wrong below. */
  private static String message(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
