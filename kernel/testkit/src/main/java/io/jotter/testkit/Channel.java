package io.jotter.testkit;

/** The sockets of a kernel. */
public enum Channel {
    SHELL("shell_port"),
    CONTROL("control_port"),
    STDIN("stdin_port"),
    IOPUB("iopub_port"),
    HEARTBEAT("hb_port");

    private final String portName;

    Channel(String portName) {
        this.portName = portName;
    }

    /** As a connection file names it. */
    public String portName() {
        return portName;
    }
}
