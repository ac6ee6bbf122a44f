{{- define "meldcode.labels" -}}
app.kubernetes.io/name: monitor-meldcode
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "meldcode.selector" -}}
app.kubernetes.io/name: monitor-meldcode
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "meldcode.naam" -}}
{{ printf "%s-monitor-meldcode" .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end }}
