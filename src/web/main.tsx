import './workers.ts';
import 'graphiql/style.css';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { Playground } from './playground.tsx';
import { readSettings } from './server.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(<Playground settings={await readSettings()} />);
