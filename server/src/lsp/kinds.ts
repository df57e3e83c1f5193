/** The code action that applies every safe fix of a file, as editors name it in their settings for saving. */
export const FIX_ALL = "source.fixAll.kubernetesAuthoring";

/** The command that does so in all files. The name that people see in VS Code belongs to its extension. */
export const FIX_WORKSPACE = "kubernetesAuthoring.server.fixWorkspace";

/** The command that lets a connection through, given what was asked about it. */
export const ALLOW = "kubernetesAuthoring.server.allow";
