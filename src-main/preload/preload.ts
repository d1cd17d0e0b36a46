import { contextBridge, ipcRenderer } from 'electron';

console.log(contextBridge, ipcRenderer)
