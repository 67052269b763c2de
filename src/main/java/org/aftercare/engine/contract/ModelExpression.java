package org.aftercare.engine.contract;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression in one of the few forms that models may use. The engine's own expression parser
 * reads it, so that nothing hides from this check by being written in an odd way.
 */
sealed interface ModelExpression {

  /** {@code ${name}}: a bean or a variable. */
  record Name(String name) implements ModelExpression {}

  /** {@code ${true}} or {@code ${'CODE'}}. */
  record Literal(Object literal) implements ModelExpression {}

  /** {@code ${bean.method(execution,'text')}}. */
  record Call(String bean, String method, List<Object> arguments) implements ModelExpression {}

  /**
   * {@code ${execution.setVariable('name','CODE')}}.
   *
   * @param value a literal or a {@link Name}
   */
  record SetVariable(String name, Object value) implements ModelExpression {}

  /** {@code ${execution.processBusinessKey}}. */
  record BusinessKey() implements ModelExpression {}

  /** Comparisons of variables with literals, joined by and, or, not. */
  record Condition(List<Comparison> comparisons) implements ModelExpression {}

  /**
   * One comparison.
   *
   * @param literal what the variable is compared with; {@code true} if it stands alone
   */
  record Comparison(String variable, Object literal) {}

  /** Whether the engine would evaluate that text. */
  static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /**
   * Reads an expression.
   *
   * @throws ForbiddenExpressionException if it has none of the forms above
   */
  static ModelExpression parse(String text) throws ForbiddenExpressionException {
    Node root;
    try {
      root = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip()).getRoot();
    } catch (TreeBuilderException e) {
      throw new ForbiddenExpressionException("It cannot be read: " + e.getMessage());
    }
    if (!(root instanceof AstEval)) {
      throw new ForbiddenExpressionException("Text and expressions are mixed.");
    }
    return read(root.getChild(0));
  }

  private static ModelExpression read(Node node) throws ForbiddenExpressionException {
    if (node instanceof AstIdentifier name) {
      return new Name(name.getName());
    }
    if (literal(node) != null) {
      return new Literal(literal(node));
    }
    if (node instanceof AstMethod method) {
      return call(method);
    }
    if (node instanceof AstDot property) {
      if (target(property).equals("execution") && member(property).equals("processBusinessKey")) {
        return new BusinessKey();
      }
      throw new ForbiddenExpressionException("It reads a property of an object.");
    }
    List<Comparison> comparisons = new ArrayList<>();
    collect(node, comparisons);
    return new Condition(List.copyOf(comparisons));
  }

  private static ModelExpression call(AstMethod method) throws ForbiddenExpressionException {
    if (!(method.getChild(0) instanceof AstDot property)) {
      throw new ForbiddenExpressionException("It calls a method by a computed name.");
    }
    String bean = target(property);
    String name = member(property);
    List<Object> arguments = new ArrayList<>();
    Node parameters = method.getChild(1);
    for (int i = 0; i < parameters.getCardinality(); i++) {
      arguments.add(argument(parameters.getChild(i)));
    }
    if (!bean.equals("execution") && !bean.equals("task")) {
      return new Call(bean, name, List.copyOf(arguments));
    }
    if (bean.equals("execution")
        && name.equals("setVariable")
        && arguments.size() == 2
        && arguments.get(0) instanceof String variable) {
      return new SetVariable(variable, arguments.get(1));
    }
    throw new ForbiddenExpressionException(
        "The only call on an execution or task is execution.setVariable('name', literal).");
  }

  private static Object argument(Node node) throws ForbiddenExpressionException {
    Object literal = literal(node);
    if (literal != null) {
      return literal;
    }
    if (node instanceof AstIdentifier name) {
      return new Name(name.getName());
    }
    throw new ForbiddenExpressionException(
        "An argument is neither a literal nor the name of a variable.");
  }

  private static void collect(Node node, List<Comparison> comparisons)
      throws ForbiddenExpressionException {
    if (node instanceof AstNested nested) {
      collect(nested.getChild(0), comparisons);
    } else if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.NOT) {
      collect(unary.getChild(0), comparisons);
    } else if (node instanceof AstIdentifier name) {
      comparisons.add(new Comparison(name.getName(), true));
    } else if (node instanceof AstBinary joined
        && (joined.getOperator() == AstBinary.AND || joined.getOperator() == AstBinary.OR)) {
      collect(joined.getChild(0), comparisons);
      collect(joined.getChild(1), comparisons);
    } else if (node instanceof AstBinary compared
        && isComparison(compared.getOperator())
        && compared.getChild(0) instanceof AstIdentifier name
        && literal(compared.getChild(1)) != null) {
      comparisons.add(new Comparison(name.getName(), literal(compared.getChild(1))));
    } else {
      throw new ForbiddenExpressionException(
          "It computes; models compare a variable with a literal.");
    }
  }

  private static boolean isComparison(AstBinary.Operator operator) {
    return List.of(
            AstBinary.EQ, AstBinary.NE, AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE)
        .contains(operator);
  }

  private static Object literal(Node node) {
    if (node instanceof AstString text) {
      return text.eval(null, null);
    }
    if (node instanceof AstNumber number) {
      return number.eval(null, null);
    }
    return node instanceof AstBoolean flag ? flag.eval(null, null) : null;
  }

  private static String target(AstDot property) throws ForbiddenExpressionException {
    if (property.getChild(0) instanceof AstIdentifier name) {
      return name.getName();
    }
    throw new ForbiddenExpressionException("It reaches through one object into another.");
  }

  /** The parser shows the member's name only as ". name". */
  private static String member(AstDot property) {
    return property.toString().substring(2);
  }
}
