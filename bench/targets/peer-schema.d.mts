type Definitions = Readonly<Record<string, unknown>>;

export function publishedDefinitions(folder: string): Promise<Definitions>;
export function kubernetesLayout(definitions: Definitions): Readonly<Record<string, string>>;
export function standalone(definitions: Definitions, name: string): string;
