package io.jotter.server.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFileTests {
    private static final String GOOD = """
            {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5,
             "ip": "127.0.0.1", "key": "a secret", "transport": "tcp", "signature_scheme": "hmac-sha256",
             "kernel_name": "jotter"}""";

    @TempDir
    Path directory;

    @Test
    void whatJupyterWritesIsRead() throws IOException {
        ConnectionFile read = ConnectionFile.read(Files.writeString(directory.resolve("kernel.json"), GOOD));
        assertThat(read).isEqualTo(new ConnectionFile("127.0.0.1", "a secret", "hmac-sha256", 1, 4, 3, 2, 5));
        assertThat(read.address(1)).isEqualTo("tcp://127.0.0.1:1");
        assertThat(read.address(0)).isEqualTo("tcp://127.0.0.1:*");
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(ConnectionFile.parse(GOOD).toString()).doesNotContain("a secret");
    }

    @Test
    void aFileThatIsNotThereIsNamedInWords() {
        Path file = directory.resolve("kernel.json");
        assertThatThrownBy(() -> ConnectionFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The connection file " + file + " cannot be read: it is not there.");
    }

    @Test
    void aFolderInItsPlaceIsNamedInWords() {
        assertThatThrownBy(() -> ConnectionFile.read(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The connection file " + directory + " cannot be read");
    }

    @Test
    void otherTransportsAreRefusedWithWhatToSet() {
        assertThatThrownBy(() -> ConnectionFile.parse(GOOD.replace("\"tcp\"", "\"ipc\"")))
                .hasMessage("its transport is \"ipc\", but Jotter listens on tcp only."
                        + " Set \"KernelManager.transport\" to \"tcp\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON at all | it is not a JSON object.",
                "[1] | it is not a JSON object.",
                "{\"shell_port\": | it is not a JSON object.",
                "`` | it is not a JSON object.",
                "{} | \"shell_port\" must be a port, not \"\".",
                "{\"shell_port\": \"x\"} | \"shell_port\" must be a port, not \"x\".",
                "{\"shell_port\": 70000} | \"shell_port\" must be a port, not \"70000\".",
                "{\"shell_port\": -1} | \"shell_port\" must be a port, not \"-1\".",
                "{\"key\": [1]} | \"key\" must be text."
            })
    void whatIsWrongWithAFileIsSaid(String json, String words) throws IOException {
        Path file = Files.writeString(directory.resolve("kernel.json"), json);
        assertThatThrownBy(() -> ConnectionFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("The connection file " + file + " cannot be used: " + words);
    }
}
