package org.aftercare.engine.flowmap;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the expressions of models read and set; whatever they look like, it reads on. */
final class Expressions {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w|\\s*[.(:])");
  private static final Pattern SET =
      Pattern.compile("\\w+\\s*\\.\\s*setVariable\\s*\\(\\s*['\"](\\w+)['\"]\\s*,(.*)\\)\\s*$");
  private static final Pattern CALL = Pattern.compile("(?<![\\w.])(\\w+)\\s*\\.\\s*(\\w+)\\s*\\(");
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "true",
          "false",
          "null",
          "empty",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "div",
          "mod",
          "instanceof",
          "if",
          "then",
          "else",
          "in",
          "between",
          "instance",
          "of",
          "for",
          "return",
          "some",
          "every",
          "satisfies",
          "execution",
          "task",
          "variable",
          "this");

  private Expressions() {}

  /**
   * @param reads gets each name that stands alone: a variable, or a bean
   * @param sets gets each variable that is set
   * @param calls gets each bean with the method that is called
   */
  static void read(
      String text,
      Consumer<String> reads,
      Consumer<String> sets,
      BiConsumer<String, String> calls) {
    Matcher expressions = EXPRESSION.matcher(text);
    while (expressions.find()) {
      String inner = expressions.group(1);
      Matcher set = SET.matcher(inner.strip());
      if (set.find()) {
        sets.accept(set.group(1));
        names(set.group(2)).forEach(reads);
        continue;
      }
      // A colon stands between two values here, and not behind the name of a field.
      names(inner.replace(':', ',')).forEach(reads);
      Matcher called = CALL.matcher(TEXT.matcher(inner).replaceAll("''"));
      while (called.find()) {
        calls.accept(called.group(1), called.group(2));
      }
    }
  }

  /** The names that an expression or FEEL text reads, but for functions. */
  static Set<String> names(String text) {
    Set<String> found = new TreeSet<>();
    Matcher names = NAME.matcher(TEXT.matcher(text).replaceAll("''"));
    while (names.find()) {
      if (!WORDS.contains(names.group())) {
        found.add(names.group());
      }
    }
    return found;
  }
}
