package org.aftercare.engine.flowmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.beans.Introspector;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aftercare.engine.ModelBean;
import org.aftercare.engine.flowmap.CodeData.BeanData;
import org.aftercare.engine.flowmap.CodeData.Use;
import org.aftercare.engine.flowmap.ProductCode.Method;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.asm.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;

/** Reads from the compiled product which data each step reads and writes. */
final class DataOfSteps {

  /** The module whose steps each flow can take. */
  private static final String EVERY_FLOWS = "cases";

  private final ProductCode code = ProductCode.read();
  private final Set<String> flowModules = new TreeSet<>();
  private final Map<String, FlowCalls> calls = new TreeMap<>();
  private final Map<Class<?>, Set<Class<?>>> sources = new TreeMap<>(byName());

  private DataOfSteps() {
    Set<String> starters = starts().keySet();
    flowModules.addAll(starters);
    starters.forEach(module -> flowModules.removeAll(dependencies(module)));
  }

  /** The modules below a module, as its package says. */
  private static Set<String> dependencies(String module) {
    return Set.of(
        ProductData.load("org/aftercare/" + module + "/package-info")
            .getAnnotation(ApplicationModule.class)
            .allowedDependencies());
  }

  static CodeData read() {
    DataOfSteps data = new DataOfSteps();
    SortedMap<String, BeanData> beans = data.beans();
    return new CodeData(List.copyOf(data.flowModules), data.sources(), beans, data.starts());
  }

  static String text(CodeData data) {
    DefaultIndenter lines = new DefaultIndenter(" ", "\n");
    try {
      return new ObjectMapper()
              .writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
              .writeValueAsString(data)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Comparator<Class<?>> byName() {
    return Comparator.comparing(Class::getName);
  }

  private SortedMap<String, CodeData.Source> sources() {
    SortedMap<String, CodeData.Source> found = new TreeMap<>();
    sources.forEach(
        (marked, records) -> {
          if (found.put(marked.getSimpleName(), ProductData.source(marked, records)) != null) {
            throw new IllegalStateException("Two sources are named " + marked.getSimpleName());
          }
        });
    return found;
  }

  /** The beans that carry out steps and listeners, with their types. */
  static SortedMap<String, Class<?>> delegates() {
    SortedMap<String, Class<?>> found = new TreeMap<>();
    for (String name : ProductCode.read().names()) {
      Class<?> type = ProductData.load(name);
      if (type.isAnnotationPresent(Component.class) && isStep(type)) {
        found.put(beanName(type), type);
      }
    }
    return found;
  }

  private static String beanName(Class<?> type) {
    Component component = type.getAnnotation(Component.class);
    return component == null || component.value().isEmpty()
        ? Introspector.decapitalize(type.getSimpleName())
        : component.value();
  }

  private SortedMap<String, BeanData> beans() {
    SortedMap<String, BeanData> found = new TreeMap<>();
    delegates()
        .forEach(
            (bean, type) ->
                found.put(
                    bean,
                    data(
                        Type.getInternalName(type),
                        methods(Type.getInternalName(type), Set.of("execute", "notify")))));
    for (String name : code.names()) {
      modelBeans(ProductData.load(name))
          .forEach((bean, of) -> found.putAll(methodsOfBean(bean, of)));
    }
    return found;
  }

  private static boolean isStep(Class<?> type) {
    return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
        .anyMatch(step -> step.isAssignableFrom(type));
  }

  /** The beans whose methods models may call, with their types. */
  private static Map<String, Class<?>> modelBeans(Class<?> type) {
    Map<String, Class<?>> found = new TreeMap<>();
    if (type.isAnnotationPresent(ModelBean.class)) {
      found.put(beanName(type), type);
    }
    for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(ModelBean.class) && method.isAnnotationPresent(Bean.class)) {
        found.put(method.getName(), method.getReturnType());
      }
    }
    return found;
  }

  private SortedMap<String, BeanData> methodsOfBean(String bean, Class<?> type) {
    SortedMap<String, BeanData> found = new TreeMap<>();
    Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .map(java.lang.reflect.Method::getName)
        .distinct()
        .forEach(
            method ->
                found.put(
                    bean + "." + method,
                    data(
                        Type.getInternalName(type),
                        methods(Type.getInternalName(type), Set.of(method)))));
    return found;
  }

  private Collection<Method> methods(String owner, Set<String> names) {
    Set<Method> found = new LinkedHashSet<>();
    for (String type : code.below(owner)) {
      for (String above : code.above(type)) {
        code.find(above).methods().keySet().stream()
            .filter(method -> names.contains(method.name()))
            .forEach(found::add);
      }
    }
    return found;
  }

  private BeanData data(String owner, Collection<Method> begin) {
    String own = FlowCalls.moduleOf(owner);
    Set<String> served = flowModules.contains(own) ? Set.of(own) : flowModules;
    SortedMap<String, List<Use>> uses = new TreeMap<>();
    SortedSet<String> reads = new TreeSet<>();
    SortedSet<String> sets = new TreeSet<>();
    SortedSet<String> weighs = new TreeSet<>();
    for (String module : served) {
      StepReach reach =
          StepReach.from(
              calls.computeIfAbsent(module, key -> new FlowCalls(code, flowModules, key)), begin);
      if (reach.isForeign() && served.size() > 1 && !own.equals(EVERY_FLOWS)) {
        // A flow that lacks what the step asks each flow for cannot take it.
        continue;
      }
      reads.addAll(reach.reads());
      sets.addAll(reach.sets());
      weighs.addAll(reach.weighs());
      uses.put(module, reach.uses());
      reach
          .sources()
          .forEach(
              (source, records) ->
                  sources.computeIfAbsent(source, key -> new LinkedHashSet<>()).addAll(records));
    }
    if (uses.keySet().equals(served) && Set.copyOf(uses.values()).size() == 1) {
      List<Use> same = uses.values().iterator().next();
      uses.clear();
      if (!same.isEmpty()) {
        uses.put(BeanData.EVERY_FLOW, same);
      }
    }
    return new BeanData(own, List.copyOf(reads), List.copyOf(sets), List.copyOf(weighs), uses);
  }

  /** Variables that are set as a process starts, by the constants that stand beside its name. */
  private SortedMap<String, List<String>> starts() {
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (String name : code.names()) {
      code.find(name)
          .methods()
          .values()
          .forEach(
              body -> {
                List<String> set =
                    body.variables().stream()
                        .filter(use -> use.by().owner().equals(ProductCode.STARTER))
                        .map(ProductCode.VariableUse::name)
                        .toList();
                boolean starts =
                    body.calls().stream()
                        .anyMatch(call -> call.name().equals("createProcessInstanceByKey"));
                if (starts) {
                  found.put(FlowCalls.moduleOf(name), set);
                }
              });
    }
    return found;
  }
}
