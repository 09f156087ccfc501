package io.jotter.api.widgets;

import io.jotter.api.Notebook;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lambda of a cell calls its parameters, and which types it gives them. A serialisable lambda names the method that
 * it became; that method's variables stand in the class file (JVM specification, section 4.7.13).
 *
 * @param names {@code arg 1} and so on where the class file does not say
 * @param types as the method has them; {@code Object} where the compiler was not told
 */
record LambdaParameters(List<String> names, List<Class<?>> types) {

    static LambdaParameters of(Serializable lambda, int count) {
        SerializedLambda form = serialized(lambda);
        if (form == null) {
            return unknown(count);
        }
        MethodType type = typeOf(form, lambda.getClass().getClassLoader());
        int captured = Math.max(0, type.parameterCount() - count);
        List<Class<?>> types = type.parameterList().subList(captured, type.parameterCount());
        return types.size() == count
                ? new LambdaParameters(names(lambda, form, type, captured), List.copyOf(types))
                : unknown(count);
    }

    private static LambdaParameters unknown(int count) {
        List<String> names = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("arg " + i);
            types.add(Object.class);
        }
        return new LambdaParameters(names, types);
    }

    private static @Nullable SerializedLambda serialized(Serializable lambda) {
        try {
            Method form = lambda.getClass().getDeclaredMethod("writeReplace");
            form.setAccessible(true);
            return form.invoke(lambda) instanceof SerializedLambda found ? found : null;
        } catch (ReflectiveOperationException noLambda) {
            // an object of a class of the reader's own
            return null;
        }
    }

    private static MethodType typeOf(SerializedLambda form, @Nullable ClassLoader loader) {
        return MethodType.fromMethodDescriptorString(form.getImplMethodSignature(), loader);
    }

    private static List<String> names(Serializable lambda, SerializedLambda form, MethodType type, int captured) {
        List<String> names =
                new ArrayList<>(unknown(type.parameterCount() - captured).names());
        try {
            Class<?> owner = Class.forName(
                    form.getImplClass().replace('/', '.'),
                    false,
                    lambda.getClass().getClassLoader());
            byte[] file = Notebook.host().pageEvents().classFile(owner);
            Method method = owner.getDeclaredMethod(form.getImplMethodName(), type.parameterArray());
            if (file == null) {
                return names;
            }
            Map<Integer, String> variables = variables(file, form.getImplMethodName(), form.getImplMethodSignature());
            int slot = java.lang.reflect.Modifier.isStatic(method.getModifiers()) ? 0 : 1;
            for (int i = 0; i < type.parameterCount(); i++) {
                String name = variables.get(slot);
                if (name != null && i >= captured) {
                    names.set(i - captured, name);
                }
                slot += type.parameterType(i) == long.class || type.parameterType(i) == double.class ? 2 : 1;
            }
        } catch (ReflectiveOperationException | IOException | RuntimeException notToBeHad) {
            // a class file that is read wrongly costs names and nothing else
            return names;
        }
        return names;
    }

    /** From its slot to the name of a variable that is there from the method's start. */
    private static Map<Integer, String> variables(byte[] file, String name, String descriptor) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        in.skipBytes(8);
        Map<Integer, String> constants = constants(in);
        in.skipBytes(6);
        in.skipBytes(2 * in.readUnsignedShort());
        for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
            in.skipBytes(6);
            skipAttributes(in);
        }
        for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
            in.skipBytes(2);
            String itsName = constants.get(in.readUnsignedShort());
            String itsDescriptor = constants.get(in.readUnsignedShort());
            boolean wanted = name.equals(itsName) && descriptor.equals(itsDescriptor);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                boolean code = "Code".equals(constants.get(in.readUnsignedShort()));
                int length = in.readInt();
                if (wanted && code) {
                    return variablesOfCode(in, constants);
                }
                in.skipBytes(length);
            }
        }
        return Map.of();
    }

    private static Map<Integer, String> constants(DataInputStream in) throws IOException {
        Map<Integer, String> constants = new HashMap<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants.put(i, in.readUTF());
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                default -> throw new IOException("No constant has the tag " + tag);
            }
        }
        return constants;
    }

    private static void skipAttributes(DataInputStream in) throws IOException {
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
            in.skipBytes(2);
            in.skipBytes(in.readInt());
        }
    }

    private static Map<Integer, String> variablesOfCode(DataInputStream in, Map<Integer, String> constants)
            throws IOException {
        Map<Integer, String> variables = new HashMap<>();
        in.skipBytes(4);
        in.skipBytes(in.readInt());
        in.skipBytes(8 * in.readUnsignedShort());
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
            boolean table = "LocalVariableTable".equals(constants.get(in.readUnsignedShort()));
            int length = in.readInt();
            if (!table) {
                in.skipBytes(length);
                continue;
            }
            for (int entries = in.readUnsignedShort(); entries > 0; entries--) {
                int start = in.readUnsignedShort();
                in.skipBytes(2);
                String name = constants.get(in.readUnsignedShort());
                in.skipBytes(2);
                int slot = in.readUnsignedShort();
                if (start == 0 && name != null) {
                    variables.put(slot, name);
                }
            }
        }
        return variables;
    }
}
