package org.aftercare.engine.flowmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aftercare.engine.flowmap.ProductCode.Body;
import org.aftercare.engine.flowmap.ProductCode.Method;
import org.aftercare.engine.flowmap.ProductCode.VariableUse;
import org.springframework.asm.Type;

/**
 * All that a step may come to on its way through the code, followed from call to call. So it may
 * name more than one run touches, and nothing less.
 */
final class StepReach {

  private static final String ROOT = "org/aftercare/";
  private static final String STEP = ROOT + "engine/Step";

  /** Names are chosen by the model here: the settings of the step say which. */
  private static final String BY_SETTINGS = ROOT + "cases/NotifyDelegate";

  private final FlowCalls calls;
  private final ProductCode code;
  private final Set<Method> reached = new LinkedHashSet<>();
  private final Set<java.lang.reflect.Method> asked = new LinkedHashSet<>();
  private final SortedSet<String> reads = new TreeSet<>();
  private final SortedSet<String> sets = new TreeSet<>();
  private final SortedSet<String> weighs = new TreeSet<>();

  private final Map<String, Set<Method>> reachedOf = new HashMap<>();
  private final Map<String, Set<Method>> makersOf = new HashMap<>();
  private boolean foreign;

  private StepReach(FlowCalls calls) {
    this.calls = calls;
    this.code = calls.code();
  }

  static StepReach from(FlowCalls calls, Collection<Method> begin) {
    StepReach reach = new StepReach(calls);
    Deque<Method> open = new ArrayDeque<>(begin);
    while (!open.isEmpty()) {
      Method method = open.pop();
      if (!method.owner().equals(STEP) && reach.reached.add(method)) {
        reach.take(method, open);
      }
    }
    return reach;
  }

  /** Whether somewhere on the way only other flows know what to do. */
  boolean isForeign() {
    return foreign;
  }

  SortedSet<String> reads() {
    return reads;
  }

  SortedSet<String> sets() {
    return sets;
  }

  SortedSet<String> weighs() {
    return weighs;
  }

  /** The ports and stores that are asked, with the records that pass through them. */
  Map<Class<?>, Set<Class<?>>> sources() {
    Map<Class<?>, Set<Class<?>>> found = new LinkedHashMap<>();
    for (java.lang.reflect.Method method : asked) {
      Set<Class<?>> records =
          found.computeIfAbsent(method.getDeclaringClass(), key -> new LinkedHashSet<>());
      records.addAll(ProductData.given(method).records());
      records.addAll(ProductData.taken(method).records());
    }
    return found;
  }

  /** What is asked, with the fields that are looked at or handed over. */
  List<CodeData.Use> uses() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (java.lang.reflect.Method method : asked) {
      String source = method.getDeclaringClass().getSimpleName();
      if (ProductData.asksBack(method)) {
        continue;
      }
      ProductData.Handed given = ProductData.given(method);
      for (Class<?> record : given.records()) {
        add(found, source, record.getSimpleName(), false, readOf(record));
      }
      if (calls.changes(method)) {
        ProductData.Handed taken = ProductData.taken(method);
        for (Class<?> record : taken.records()) {
          add(found, source, record.getSimpleName(), true, writtenOf(record));
        }
        add(found, source, "", true, taken.plain());
      } else {
        add(found, source, "", false, given.plain());
      }
    }
    List<CodeData.Use> uses = new ArrayList<>();
    found.forEach(
        (key, fields) -> {
          String[] parts = key.split("\n", -1);
          uses.add(
              new CodeData.Use(parts[0], parts[2], parts[1].equals("writes"), List.copyOf(fields)));
        });
    return uses;
  }

  private static void add(
      Map<String, Set<String>> found,
      String source,
      String item,
      boolean writes,
      Collection<String> fields) {
    if (!fields.isEmpty()) {
      found
          .computeIfAbsent(
              String.join("\n", source, writes ? "writes" : "reads", item),
              key -> new LinkedHashSet<>())
          .addAll(fields);
    }
  }

  /** The fields that are looked at. */
  private List<String> readOf(Class<?> record) {
    String owner = Type.getInternalName(record);
    Set<String> read = new HashSet<>();
    for (Method method : reachedOf.getOrDefault(owner, Set.of())) {
      if (method.descriptor().startsWith("()")) {
        read.add(method.name());
      }
      if (!isConstructor(method) && !returns(method, owner)) {
        read.addAll(code.body(method).own());
      }
    }
    return ProductData.fields(record).stream().filter(read::contains).toList();
  }

  /**
   * The fields that get a value: all of them where a record is made anew; where one is made from
   * another of its kind, those that do not come from that one.
   */
  private List<String> writtenOf(Class<?> record) {
    String owner = Type.getInternalName(record);
    List<String> fields = ProductData.fields(record);
    Set<String> written = new HashSet<>();
    for (Method maker : makersOf.getOrDefault(owner, Set.of())) {
      Set<String> given = new HashSet<>(fields);
      if (maker.owner().equals(owner) && !code.body(maker).isStatic()) {
        given.removeAll(code.body(maker).own());
      }
      if (!maker.owner().equals(owner) || !isConstructor(maker)) {
        written.addAll(given);
      }
    }
    return fields.stream().filter(written::contains).toList();
  }

  private static boolean isConstructor(Method method) {
    return method.name().equals("<init>");
  }

  private static boolean returns(Method method, String owner) {
    return Type.getReturnType(method.descriptor()).getDescriptor().equals("L" + owner + ";");
  }

  private void take(Method method, Deque<Method> open) {
    Body body = code.body(method);
    for (VariableUse use : body.variables()) {
      if (use.by().owner().equals(ProductCode.STARTER)) {
        // It is set in the process that is started, not in the step's own.
        continue;
      }
      if (use.name() != null) {
        note(use.by(), use.name());
      } else if (!takesName(method) && !method.owner().equals(BY_SETTINGS)) {
        throw new IllegalStateException(
            "%s gives %s a name that is no constant; write it there.".formatted(method, use.by()));
      }
    }
    reachedOf.computeIfAbsent(method.owner(), key -> new HashSet<>()).add(method);
    for (Method call : body.calls()) {
      if (isConstructor(call)) {
        makersOf.computeIfAbsent(call.owner(), key -> new HashSet<>()).add(method);
      }
      FlowCalls.Target target = calls.target(call);
      target.methods().forEach(open::push);
      foreign |= target.foreign();
      if (target.asked() != null) {
        asked.add(target.asked());
      }
      if (target.unmarked() != null && ProductData.marked(outermost(method)) == null) {
        throw new IllegalStateException(
            "%s reaches %s, which keeps data; mark one of them with @DataSource."
                .formatted(method, target.unmarked()));
      }
    }
  }

  private static Class<?> outermost(Method method) {
    Class<?> type = ProductData.load(method.owner());
    while (type.getEnclosingClass() != null) {
      type = type.getEnclosingClass();
    }
    return type;
  }

  /** It is handed a scope and a name, so whoever calls it has written the name. */
  private static boolean takesName(Method method) {
    Type[] taken = Type.getArgumentTypes(method.descriptor());
    return Arrays.stream(taken).anyMatch(type -> type.getClassName().equals("java.lang.String"));
  }

  private void note(Method by, String variable) {
    if (!by.owner().startsWith(ROOT) || by.owner().equals(STEP)) {
      switch (by.name()) {
        case "set", "setVariable" -> sets.add(variable);
        case "weigh" -> weighs.add(variable);
        default -> reads.add(variable);
      }
      return;
    }
    Body helper = code.body(by);
    if (helper != null) {
      helper.variables().stream()
          .filter(use -> use.name() == null)
          .forEach(use -> note(use.by(), variable));
    }
  }
}
