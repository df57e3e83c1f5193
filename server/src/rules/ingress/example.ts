/** An Ingress with one path, for examples. Its class and Service stand below it, so that nothing is missing. */
export const ingressWith = (name: string, host: string, path: string, service: string): string =>
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
spec:
  rules:
    - host: ${host}
      http:
        paths:
          - path: ${path}
            pathType: Prefix
            backend: { service: { name: ${service}, port: { number: 80 } } }
---
apiVersion: v1
kind: Service
metadata:
  name: ${service}
spec:
  ports: [{ port: 80 }]
`;
