package org.aftercare.engine.flowmap;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.aftercare.engine.flowmap.ProductCode.Body;
import org.aftercare.engine.flowmap.ProductCode.Method;
import org.springframework.asm.Type;

/**
 * Where calls end while a flow is served. Where one can end in several classes, it ends in each,
 * but for those that belong to another flow.
 */
final class FlowCalls {

  private static final String ROOT = "org/aftercare/";

  /** What keeps data for the class that has it: a table of our own, another system. */
  private static final Set<String> KEEPERS = Set.of("TakenObjects", "RemoteSystem");

  /** What follows when something is told is done later, by the relay. */
  private static final String LATER = "org.aftercare.notifications.Notifications";

  private static final Set<String> CHANGING = Set.of("update", "batchUpdate");

  /**
   * Where a call ends.
   *
   * @param methods in the product's own classes
   * @param asked the method of a port or store that was asked; {@code null} if none was
   * @param unmarked a method that speaks to a database or system past every mark; {@code null} if
   *     none does
   * @param foreign whether only other flows know an answer
   */
  record Target(
      Set<Method> methods, java.lang.reflect.Method asked, Method unmarked, boolean foreign) {

    static final Target NOWHERE = new Target(Set.of(), null, null, false);
  }

  private final ProductCode code;
  private final Set<String> flowModules;
  private final String module;
  private final Map<Method, Target> targets = new HashMap<>();
  private final Map<String, Boolean> stores = new HashMap<>();
  private final Map<java.lang.reflect.Method, Boolean> changes = new HashMap<>();

  /**
   * @param flowModules the modules of flows
   * @param module the one whose flow is served
   */
  FlowCalls(ProductCode code, Set<String> flowModules, String module) {
    this.code = code;
    this.flowModules = flowModules;
    this.module = module;
  }

  ProductCode code() {
    return code;
  }

  Target target(Method call) {
    Target known = targets.get(call);
    if (known == null) {
      known = find(call);
      targets.put(call, known);
    }
    return known;
  }

  private Target find(Method call) {
    if (!call.owner().startsWith(ROOT) || code.find(call.owner()) == null) {
      return Target.NOWHERE;
    }
    Class<?> marked = ProductData.marked(ProductData.load(call.owner()));
    java.lang.reflect.Method asked =
        marked == null || call.name().equals("<init>") ? null : method(marked, call);
    if (asked != null && (ProductData.isPort(marked) || marked.getName().equals(LATER))) {
      return new Target(Set.of(), asked, null, false);
    }
    Set<String> own = own(call);
    Set<Method> found = new LinkedHashSet<>();
    Method unmarked = null;
    for (String candidate : own.isEmpty() ? code.below(call.owner()) : own) {
      Method target = code.implementation(candidate, call);
      if (target != null && !isStore(target.owner())) {
        found.add(target);
      } else if (target != null && marked == null) {
        asked = ofStore(target);
        unmarked = asked == null && !isHousekeeping(target) ? target : unmarked;
      }
    }
    boolean foreign = own.isEmpty() && !code.below(call.owner()).isEmpty();
    return new Target(found, asked, unmarked, foreign);
  }

  private static java.lang.reflect.Method ofStore(Method target) {
    Class<?> marked = ProductData.marked(ProductData.load(target.owner()));
    return marked == null ? null : method(marked, target);
  }

  private static boolean isHousekeeping(Method target) {
    return target.owner().startsWith(ROOT + "engine/") || target.owner().startsWith(ROOT + "api/");
  }

  private boolean isStore(String owner) {
    return stores.computeIfAbsent(owner, FlowCalls::keeps);
  }

  private static boolean keeps(String owner) {
    return Arrays.stream(ProductData.load(owner).getDeclaredFields())
        .anyMatch(
            field ->
                field.getType().getName().startsWith("org.springframework.jdbc.")
                    || KEEPERS.contains(field.getType().getSimpleName()));
  }

  /** The classes that a call can end in, but for those of other flows. */
  private Set<String> own(Method call) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : code.below(call.owner())) {
      String of = moduleOf(name);
      boolean isType = name.equals(call.owner()) && !ProductData.load(name).isInterface();
      if (isType || of.equals(module) || !flowModules.contains(of)) {
        found.add(name);
      }
    }
    if (code.below(call.owner()).size() > 1) {
      found.removeIf(name -> ProductData.load(name).isInterface());
    }
    return found;
  }

  static String moduleOf(String name) {
    String[] parts = name.substring(ROOT.length()).split("/");
    return parts.length > 1 ? parts[0] : "";
  }

  private static java.lang.reflect.Method method(Class<?> marked, Method call) {
    return Arrays.stream(marked.getDeclaredMethods())
        .filter(declared -> !declared.isSynthetic())
        .filter(declared -> declared.getName().equals(call.name()))
        .filter(declared -> Type.getMethodDescriptor(declared).equals(call.descriptor()))
        .findFirst()
        .orElse(null);
  }

  /** Whether what is asked changes something: in the port's system, or in rows of our own. */
  boolean changes(java.lang.reflect.Method asked) {
    return ProductData.isPort(asked.getDeclaringClass())
        ? ProductData.isKeyed(asked)
        : changes.computeIfAbsent(asked, this::changesRows);
  }

  private boolean changesRows(java.lang.reflect.Method method) {
    Method called =
        new Method(
            Type.getInternalName(method.getDeclaringClass()),
            method.getName(),
            Type.getMethodDescriptor(method));
    Deque<Method> open = new ArrayDeque<>();
    Set<Method> seen = new HashSet<>();
    code.below(called.owner()).stream()
        .map(type -> code.implementation(type, called))
        .filter(found -> found != null)
        .forEach(open::push);
    while (!open.isEmpty()) {
      Method at = open.pop();
      Body body = code.body(at);
      if (body == null || !seen.add(at)) {
        continue;
      }
      for (Method call : body.calls()) {
        if (call.owner().startsWith("org/springframework/jdbc/")
            && CHANGING.contains(call.name())) {
          return true;
        }
        code.below(call.owner()).stream()
            .map(type -> code.implementation(type, call))
            .filter(found -> found != null)
            .filter(found -> isStore(found.owner()) || found.owner().equals(at.owner()))
            .forEach(open::push);
      }
    }
    return false;
  }
}
