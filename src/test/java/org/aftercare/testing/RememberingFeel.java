package org.aftercare.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * The real FEEL engine, asked only once for the same expression on the same values: it reads an
 * expression anew each time, which takes the longest part of a test of ten thousand cases. An
 * expression has no other inputs than the variables that it names.
 */
final class RememberingFeel implements FeelEngine {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final FeelEngine feel;
  private final Map<List<Object>, Optional<Object>> values = new HashMap<>();
  private final Map<List<Object>, Boolean> tests = new HashMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();

  RememberingFeel(FeelEngine feel) {
    this.feel = feel;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    Supplier<Optional<Object>> value =
        () -> Optional.ofNullable(feel.evaluateSimpleExpression(expression, variables));
    return (T)
        values
            .computeIfAbsent(question(expression, null, variables), question -> value.get())
            .orElse(null);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String expression, String input, VariableContext variables) {
    return tests.computeIfAbsent(
        question(expression, input, variables),
        question -> feel.evaluateSimpleUnaryTests(expression, input, variables));
  }

  private List<Object> question(String expression, String input, VariableContext variables) {
    List<Object> question = new ArrayList<>();
    question.add(expression);
    if (input != null) {
      question.add(variables.resolve(input).getValue());
    }
    for (String name : named(expression)) {
      if (variables.containsVariable(name)) {
        question.add(name);
        question.add(variables.resolve(name).getValue());
      }
    }
    return question;
  }

  private Set<String> named(String expression) {
    return names.computeIfAbsent(
        expression,
        text -> {
          Set<String> found = new HashSet<>();
          Matcher matcher = NAME.matcher(text);
          while (matcher.find()) {
            found.add(matcher.group());
          }
          return found;
        });
  }
}
