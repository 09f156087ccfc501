package io.jotter.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * SIGINT, which a terminal sends to the kernel's whole family. By reflection, because the compiler warns of
 * {@code sun.misc}, the only place where the JDK has signals, and cannot be told not to.
 */
public final class InterruptSignal {
    private InterruptSignal() {}

    /** Does something in place of ending the process; where the system or the JVM does not allow it, it ends as ever. */
    public static void means(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler acts = (proxy, method, arguments) -> {
                action.run();
                return null;
            };
            Object handling = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, acts);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), handling);
        } catch (ReflectiveOperationException | RuntimeException unsupported) {
            return;
        }
    }
}
