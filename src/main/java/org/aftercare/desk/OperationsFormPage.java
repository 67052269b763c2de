package org.aftercare.desk;

import java.util.Locale;
import org.aftercare.engine.OperationsTask;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A form as Tasklist embeds it: what is to be done, and the one way to complete it. */
@Component
class OperationsFormPage {

  private static final String PAGE =
      """
      <form role="form" name="operations" lang="%s">
        <div ng-non-bindable>
          <h3>%s</h3>
          %s
        </div>
        <div class="checkbox">
          <label>
            <input type="checkbox" required
                   cam-variable-name="settled" cam-variable-type="Boolean">
            <strong ng-non-bindable>%s</strong>
          </label>
          <p class="help-block" ng-non-bindable>%s</p>
        </div>
      </form>
      """;

  private final DeskWords words;

  OperationsFormPage(DeskWords words) {
    this.words = words;
  }

  /**
   * @param instruction what is wrong and what to do about it, as the task says it
   */
  String of(OperationsTask kind, String instruction, Locale language) {
    StringBuilder paragraphs = new StringBuilder();
    instruction
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> paragraphs.append("<p>").append(escaped(line)).append("</p>"));
    return PAGE.formatted(
        language.toLanguageTag(),
        escaped(words.word("desk.about.task", kind.name(), language)),
        paragraphs,
        escaped(words.word("desk.form.choice", kind.name(), language)),
        escaped(words.word("desk.form.effect", kind.name(), language)));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
